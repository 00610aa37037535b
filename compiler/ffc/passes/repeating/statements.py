"""Which statements in front of a run make its nodes anew."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir import (
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
from ...ir.groups import Groups
from ..parting import bound_by
from ..pieces import defined, needs, pieces, read_first


def chosen_for(program: Program, index: int, nodes: set[int]) -> list[int] | None:
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


def is_unchanged(program: Program, chosen: list[int], index: int) -> bool:
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


def _reads_own(program: Program, statement: Statement) -> bool:
    """Whether it is a loop that goes through what it binds: `for rows in enumerate(rows)`."""
    if not isinstance(statement, Enter):
        return False
    block = program.blocks[statement.block]
    named = list(block.header.symbols)
    return any(named.count(symbol) > 1 for symbol in block.binds)
