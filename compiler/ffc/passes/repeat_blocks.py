"""Makes the nodes of a block of the driver anew for each further run, as `run()` does in the app.

    for path in paths:                           for path in paths:
        models.append(train(path))                   models.append(train.remote(path))
    first.run()                             →    wait_for(*models)
    second = RayWorkflow(*models, …)             models_2 = []
    second.run()                                 for path in paths:
                                                     models_2.append(train.remote(path))
                                                 wait_for(*models_2)

A node that no block makes has a submission in the schedule of each run; what a block makes, only
its statements can make again. All that such a run needs is repeated in front of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..ir import (
    Configure,
    Create,
    Effect,
    Enter,
    Open,
    Plain,
    Program,
    Rename,
    Run,
    Statement,
    Symbol,
)
from ..ir.graph import run_by
from ..ir.groups import Groups
from .choose_blocks import without_vain
from .parting import bound_by, parted
from .pieces import Piece, defined, in_order, needs, pieces, read_first
from .repeated import Repeated


def repeat_blocks(program: Program) -> Program:
    """The program with all blocks repeated that can be; checks find the others."""
    tried: set[int] = set()
    repeated = program
    while (found := _next(repeated, tried)) is not None:
        index, again, nodes = found
        run = repeated.statements[index]
        assert isinstance(run, Run)
        tried.add(run.id)
        repeated = _anew(repeated, index, nodes) or _apart(repeated, run, again) or repeated
    if repeated is program or not _fits(repeated):
        return program
    return without_vain(repeated)


def _fits(program: Program) -> bool:
    """Whether each run has what its nodes take: none of an earlier run stands for that."""
    groups = Groups(program)
    for index, statement in enumerate(program.statements):
        if isinstance(statement, Run):
            running = set(_running(program, groups, index, statement))
            taken = {ref.node for node in running for ref in program.nodes[node].inputs}
            if not running >= taken:
                return False
    return True


def _next(program: Program, tried: set[int]) -> tuple[int, set[int], set[int]] | None:
    """The next run that needs nodes of blocks which ran before; these, and all to make anew."""
    if not any(program.within):
        return None
    groups = Groups(program)
    ran: set[int] = set()
    for index, statement in enumerate(program.statements):
        if not isinstance(statement, Run):
            continue
        running = _running(program, groups, index, statement)
        again = {n for n in running if n in ran and groups.of(groups.created[n]) is not None}
        again = {n for n in again if not program.nodes[n].is_lasting}
        is_open = statement.id not in tried and not program.within[index]
        if again and is_open:
            found = _with_dependents(program, groups, running, again)
            return index, _originals(program, groups, again), _originals(program, groups, found)
        ran.update(running)
    return None


def _apart(program: Program, run: Run, again: set[int]) -> Program | None:
    """The same, with the blocks parted first: what is in none then has no need to be copied."""
    apart = _parted_first(program, again)
    groups = Groups(apart)
    inside = {node for node in again if groups.of(groups.created[node]) is not None}
    if not inside:
        return apart
    index = next(i for i, s in enumerate(apart.statements) if s == run)
    running = _running(apart, groups, index, run)
    found = _with_dependents(apart, groups, running, inside)
    return _anew(apart, index, _originals(apart, groups, found))


def _originals(program: Program, groups: Groups, nodes: set[int]) -> set[int]:
    """The nodes as the app makes them, which the workflow names, for those made once more."""
    return {first if (first := _first(program, n)) in groups.created else n for n in nodes}


def _first(program: Program, node: int) -> int:
    original = program.nodes[node].original
    return node if original is None else original


def _running(program: Program, groups: Groups, index: int, run: Run) -> tuple[int, ...]:
    """The nodes that the run reaches, of those that are there by then.

    In a loop of the driver, its leaves may be those that another pass has made.
    """
    there = [node for node, created in groups.created.items() if created < index]
    leaves = set(program.flows[run.flow].held).intersection(there)
    flow = program.flows[run.flow]
    return run_by(flow, [program.nodes[node] for node in there], sorted(leaves))


def _with_dependents(
    program: Program, groups: Groups, running: Sequence[int], again: set[int]
) -> set[int]:
    """The nodes of the run that are in the same blocks, or take what is made anew."""
    found, count = set(again), 0
    while len(found) > count:
        count = len(found)
        inside = {groups.of(groups.created[node]) for node in found} - {None}
        same = {_first(program, node) for node in found}
        for node in running:
            parents = {_first(program, parent) for parent in program.nodes[node].parents}
            takes = not same.isdisjoint(parents)
            if takes or groups.of(groups.created[node]) in inside:
                found.add(node)
    return found


def _anew(program: Program, index: int, nodes: set[int]) -> Program | None:
    """The program with the nodes made once more in front of the run; None where they cannot be."""
    chosen = _chosen(program, index, nodes)
    if chosen is None or not _is_unchanged(program, chosen, index):
        return None
    whole = _with_blocks(program, index, chosen, nodes)
    if not whole.issubset(nodes):
        return _anew(program, index, whole)
    shared = {s for one in program.statements[index:] for s in needs(program, one)}
    originals = [one for i in chosen for one in pieces(program, i, i)]
    copy = Repeated(program, originals, shared)
    run = program.statements[index]
    assert isinstance(run, Run)
    flow = copy.flow(program.flows[run.flow], _is_shared(program, run))
    flows = {**dict(enumerate(program.flows)), flow.id: flow}
    opened = Piece(Open(flow.id), program.paths[index], ())
    moved = Piece(replace(run, flow=flow.id), program.paths[index], ())
    ran = [opened, moved] if flow.id != run.flow else [moved]
    vain = _in_vain(program, chosen, index)
    gone = {one.node for i in vain if isinstance(one := program.statements[i], Create)}
    before = [one for i in range(index) if i not in vain for one in pieces(program, i, i)]
    before = [one for piece in before for one in _without(piece, gone)]
    after = pieces(program, index + 1, len(program.statements) - 1)
    more = replace(
        program,
        nodes=(*program.nodes, *copy.nodes),
        blocks=(*program.blocks, *copy.blocks),
        flows=tuple(flows.values()),
        ref_names=(*program.ref_names, *copy.ref_names()),
    )
    return in_order(more, [*before, *copy.pieces, *ran, *after])


def _without(piece: Piece, gone: set[int]) -> list[Piece]:
    """The statement without options for nodes that are not there any longer."""
    statement = piece.statement
    if not isinstance(statement, Configure) or gone.isdisjoint(
        (*statement.nodes, *statement.maybe)
    ):
        return [piece]
    nodes = tuple(node for node in statement.nodes if node not in gone)
    maybe = tuple(node for node in statement.maybe if node not in gone)
    left = replace(piece, statement=replace(statement, nodes=nodes, maybe=maybe))
    return [left] if nodes or maybe else []


def _with_blocks(program: Program, index: int, chosen: list[int], nodes: set[int]) -> set[int]:
    """The nodes with all those of the run that the chosen blocks make."""
    groups = Groups(program)
    run = program.statements[index]
    assert isinstance(run, Run)
    blocks = {groups.of(at) for at in chosen} - {None}
    running = _originals(program, groups, set(_running(program, groups, index, run)))
    inside = {node for node in running if groups.of(groups.created[node]) in blocks}
    found = _with_dependents(program, groups, sorted(running), nodes | inside)
    return _originals(program, groups, found)


def _is_shared(program: Program, run: Run) -> bool:
    """Whether the workflow is run elsewhere, too."""
    return sum(one.flow == run.flow for one in program.runs) > 1


def _in_vain(program: Program, chosen: list[int], index: int) -> set[int]:
    """The statements of blocks whose nodes no other run needs: only the copy is there then."""
    groups = Groups(program)
    needed = {
        groups.of(groups.created[node])
        for i, one in enumerate(program.statements)
        if isinstance(one, Run) and i != index
        for node in _running(program, groups, i, one)
    }
    needed |= _read_elsewhere(program, groups, chosen, index)
    inside = {i for i in chosen if groups.of(i) is not None and groups.of(i) not in needed}
    rest = [one for i, one in enumerate(program.statements) if i not in inside]
    read = {symbol for one in rest for symbol in needs(program, one)}
    by_code = {s for one in rest if _is_code(one) for s in needs(program, one)}
    plain = [one for i in inside if isinstance(one := program.statements[i], Plain)]
    is_read = any(
        not (by_code if one.wiring else read).isdisjoint((*one.defines, *one.changes))
        for one in plain
    )
    return set() if is_read else inside


def _is_code(statement: Statement) -> bool:
    """Whether it is code of the app, which reads variables as they are there."""
    return isinstance(statement, Enter) or (isinstance(statement, Plain) and not statement.wiring)


def _read_elsewhere(
    program: Program, groups: Groups, chosen: list[int], index: int
) -> set[int | None]:
    """The blocks that make no nodes, and fill variables which others than the run read."""
    run = program.statements[index]
    assert isinstance(run, Run)
    own = Open(run.flow) if not _is_shared(program, run) else None
    left = set(range(len(program.statements))).difference(chosen)
    others = [program.statements[i] for i in sorted(left) if program.statements[i] != own]
    read = {symbol for one in others for symbol in needs(program, one)}
    makes = {groups.of(created) for created in groups.created.values()}
    return {
        groups.of(i)
        for i in chosen
        if groups.of(i) not in makes and not read.isdisjoint(bound_by(program.statements[i]))
    }


def _parted_first(program: Program, nodes: set[int]) -> Program:
    """The program with the blocks of the nodes parted: rows keep what is computed for them."""
    groups = Groups(program)
    made = (groups.of(groups.created[node]) for node in sorted(nodes))
    for group in sorted({group for group in made if group is not None}, reverse=True):
        first, last = Groups(program).extents[group]
        inside = pieces(program, first, last)
        runs = any(isinstance(piece.statement, Run) for piece in inside)
        option = None if runs else parted(program, inside)
        if option is not None:
            before = pieces(program, 0, first - 1)
            after = pieces(program, last + 1, len(program.statements) - 1)
            more = replace(program, blocks=option.blocks, nodes=option.nodes)
            program = in_order(more, [*before, *option.stay, *option.move, *after])
    return program


def _chosen(program: Program, index: int, nodes: set[int]) -> list[int] | None:
    """The statements before the run that make the nodes and fill the variables for them.

    Blocks are repeated as a whole, but for nodes that the run does not need. None if one has
    effects.
    """
    groups = Groups(program)
    run = program.statements[index]
    assert isinstance(run, Run)
    needed = {symbol for leaf in program.flows[run.flow].written for symbol in leaf.symbols}
    chosen: set[int] = set()
    filled: set[Symbol] = set()
    grown = True
    while grown:
        grown = False
        for at in range(index - 1, -1, -1):
            if at in chosen or not _belongs(program.statements[at], nodes, needed, filled):
                continue
            group = groups.of(at)
            first, last = (at, at) if group is None else groups.extents[group]
            chosen.update(range(first, last + 1))
            for one in program.statements[first : last + 1]:
                needed.update(needs(program, one))
                if isinstance(one, Plain) and one.wiring:
                    filled.update((*one.changes, *_bound_to_more(one)))
            grown = True
        early = _read_early(program, chosen) - filled
        if early:
            filled, grown = filled | early, True
    kept = [at for at in sorted(chosen) if not _is_of_others(program.statements[at], nodes)]
    statements = [program.statements[at] for at in kept]
    blocks = (one for one in statements if isinstance(one, (Plain, Enter)))
    if any(isinstance(one, (Open, Run)) for one in statements):
        return None
    if any(one.effect is not Effect.NONE for one in blocks) or _computes(program, statements):
        return None
    return kept


def _reads_own(program: Program, statement: Statement) -> bool:
    """Whether it is a loop that goes through what it binds: `for rows in enumerate(rows)`."""
    if not isinstance(statement, Enter):
        return False
    block = program.blocks[statement.block]
    named = list(block.header.symbols)
    return any(named.count(symbol) > 1 for symbol in block.binds)


def _bound_to_more(plain: Plain) -> Iterator[Symbol]:
    """The variables in `nodes = {**nodes, name: node}`, which begin as what the app binds first."""
    named = list(plain.code.symbols)
    return (symbol for symbol in plain.defines if named.count(symbol) > 1)


def _read_early(program: Program, chosen: set[int]) -> set[Symbol]:
    """The variables with refs that begin as what the app binds first: `x = 0`, `x = add(x)`."""
    some = [one for at in sorted(chosen) for one in pieces(program, at, at)]
    wiring = [s for p in some if isinstance(s := p.statement, Plain) and s.wiring]
    return read_first(program, some).intersection(s for one in wiring for s in one.defines)


def _is_of_others(statement: Statement, nodes: set[int]) -> bool:
    return isinstance(statement, (Create, Rename)) and statement.node not in nodes


def _belongs(
    statement: Statement, nodes: set[int], needed: set[Symbol], filled: set[Symbol]
) -> bool:
    match statement:
        case Create() | Rename():
            return statement.node in nodes
        case Configure():
            return not nodes.isdisjoint((*statement.nodes, *statement.maybe))
        case Plain():
            if not statement.wiring:  # the empty list or dict that others fill
                return not filled.isdisjoint(statement.defines)
            return not needed.isdisjoint(bound_by(statement))
    return False


def _computes(program: Program, statements: list[Statement]) -> bool:
    """Whether an argument has effects, or reads what others change."""
    made = (program.nodes[one.node] for one in statements if isinstance(one, Create))
    return any(argument.has_effects for node in made for argument in node.arguments)


def _is_unchanged(program: Program, chosen: list[int], index: int) -> bool:
    """Whether the copy finds what it reads as it was."""
    if any(_reads_own(program, program.statements[at]) for at in chosen):
        return False
    own = {s for at in chosen for s in bound_by(program.statements[at])}
    own.update(s for at in chosen for s in defined(program, program.statements[at]))
    first: dict[Symbol, int] = {}
    for at in chosen:
        for symbol in needs(program, program.statements[at]):
            if symbol not in own:
                first.setdefault(symbol, at)
    taken = set(chosen)
    for at in range(index):
        statement = program.statements[at]
        bound = (*bound_by(statement), *defined(program, statement))
        if at not in taken and any(first.get(symbol, index) < at for symbol in bound):
            return False
        if at not in taken and not own.isdisjoint(bound):
            later = [one for i in chosen if i > at for one in pieces(program, i, i)]
            if not own.intersection(bound).isdisjoint(read_first(program, later)):
                return False
    return True
