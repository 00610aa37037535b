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

from dataclasses import replace

from ...ir import Create, Open, Program, Run
from ...ir.groups import Groups
from ..choose_blocks import without_vain
from ..parting import parted
from ..pieces import Piece, in_order, needs, pieces
from .in_vain import in_vain, without_options
from .nodes import is_shared, originals, running_by, with_blocks, with_dependents
from .repeated import Repeated
from .statements import chosen_for, is_unchanged


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
            running = set(running_by(program, groups, index, statement))
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
        running = running_by(program, groups, index, statement)
        again = {n for n in running if n in ran and groups.of(groups.created[n]) is not None}
        again = {n for n in again if not program.nodes[n].is_lasting}
        is_open = statement.id not in tried and not program.within[index]
        if again and is_open:
            found = with_dependents(program, groups, running, again)
            return index, originals(program, groups, again), originals(program, groups, found)
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
    running = running_by(apart, groups, index, run)
    found = with_dependents(apart, groups, running, inside)
    return _anew(apart, index, originals(apart, groups, found))


def _anew(program: Program, index: int, nodes: set[int]) -> Program | None:
    """The program with the nodes made once more in front of the run; None where they cannot be."""
    chosen = chosen_for(program, index, nodes)
    if chosen is None or not is_unchanged(program, chosen, index):
        return None
    whole = with_blocks(program, index, chosen, nodes)
    if not whole.issubset(nodes):
        return _anew(program, index, whole)
    shared = {s for one in program.statements[index:] for s in needs(program, one)}
    copied = [one for i in chosen for one in pieces(program, i, i)]
    copy = Repeated(program, copied, shared)
    run = program.statements[index]
    assert isinstance(run, Run)
    flow = copy.flow(program.flows[run.flow], is_shared(program, run))
    flows = {**dict(enumerate(program.flows)), flow.id: flow}
    opened = Piece(Open(flow.id), program.paths[index], ())
    moved = Piece(replace(run, flow=flow.id), program.paths[index], ())
    ran = [opened, moved] if flow.id != run.flow else [moved]
    vain = in_vain(program, chosen, index)
    gone = {one.node for i in vain if isinstance(one := program.statements[i], Create)}
    before = [one for i in range(index) if i not in vain for one in pieces(program, i, i)]
    before = [one for piece in before for one in without_options(piece, gone)]
    after = pieces(program, index + 1, len(program.statements) - 1)
    more = replace(
        program,
        nodes=(*program.nodes, *copy.nodes),
        blocks=(*program.blocks, *copy.blocks),
        flows=tuple(flows.values()),
        ref_names=(*program.ref_names, *copy.ref_names()),
    )
    return in_order(more, [*before, *copy.pieces, *ran, *after])


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
