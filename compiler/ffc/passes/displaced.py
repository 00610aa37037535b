"""Which blocks of the driver have to wait for statements that come behind them in the app.

model = load("a")                          prepare()
for path in paths:                         model = load.remote("a")
    scores.append(score(model, path))  →   for path in paths:
prepare()                                      scores.append(score.remote(model, path))
flow.run()
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from ..ir import Configure, Create, Enter, Equip, Plain, Program, Run, Statement, Symbol
from ..ir.graph import run_by
from ..ir.groups import Groups
from .pieces import given_by, needs


def displaced(program: Program, groups: Groups, all_: bool = False) -> Iterator[tuple[int, int]]:
    """The groups that must wait, each with the last statement that it has to wait for.

    Their nodes wait for effects, what they read of other nodes for these. With `all_` there are
    those besides whose nodes run after another run that comes behind them in the app.
    """
    if not any(program.within):
        return
    before, ran, ends = -1, set[int](), _ends(program)
    for index, statement in enumerate(program.statements):
        if not isinstance(statement, Run):
            continue
        own = groups.of(index)
        effect = max((b for b in groups.barriers if b < index), default=-1)
        made_nodes = [program.nodes[node] for node in groups.created]
        flow = program.flows[statement.flow]
        running = [n for n in run_by(flow, made_nodes, flow.held) if _waits(program, n)]
        homes = {node: groups.of(groups.created[node]) for node in running}
        last = max(effect, before)
        outside = {node for node in running if homes[node] is None}
        readers = _readers(program, groups, outside, homes, ran, last)
        yield from _unbound(program, groups, homes, ran, index)
        for group in dict.fromkeys([*homes.values(), *readers]):
            if group is None or group == own:
                continue
            waits = last if all_ or group in readers else effect
            if waits >= groups.extents[group][0]:
                yield group, waits
        before = ends.get(statement.id, index)
        ran.update(running)


def _waits(program: Program, node: int) -> bool:
    """Whether it runs where it is submitted, and does not wait for that itself."""
    return not program.nodes[node].is_lasting


def _unbound(
    program: Program, groups: Groups, homes: Mapping[int, int | None], ran: set[int], end: int
) -> Iterator[tuple[int, int]]:
    """The groups for which options have variables that are bound behind them.

    These are options of their nodes, or of others whose refs they read.
    """
    bound: dict[Symbol, int] = {}
    waiting: dict[int, int] = {}
    for index, statement in enumerate(program.statements[:end]):
        bound.update((symbol, index) for symbol in given_by(program, statement))
        if isinstance(statement, Configure) and any(statement.symbols):
            last = max(bound.get(symbol, -1) for symbol in statement.symbols)
            if isinstance(statement, Equip) and any(s.is_object for s in statement.setups):
                last = max(last, _said_before(program, end))  # what it does is done by the run
            asked = (n for n in (*statement.nodes, *statement.maybe) if n in homes)
            apart = (n for n in asked if homes[n] is None or homes[n] != groups.of(index))
            waiting.update((n, last) for n in apart if last > groups.end(groups.created[n]))
    last = max(waiting.values(), default=-1)
    readers = _readers(program, groups, set(waiting), homes, ran, last) if waiting else {}
    for group in dict.fromkeys([*(homes[node] for node in waiting), *readers]):
        if group is not None and last > groups.extents[group][1]:
            yield group, last


def _said_before(program: Program, end: int) -> int:
    """The last statement before `end` that does something which somebody sees."""
    statements = enumerate(program.statements[:end])
    seen = (i for i, s in statements if isinstance(s, (Plain, Enter)) and s.effect)
    return max(seen, default=-1)


def _ends(program: Program) -> dict[int, int]:
    """Where the results of runs are used first: there they are waited for."""
    found: dict[int, int] = {}
    for index, statement in enumerate(program.statements):
        if isinstance(statement, Plain):
            for run in statement.code.runs:
                found.setdefault(run, index)
    return found


def _readers(
    program: Program,
    groups: Groups,
    nodes: set[int],
    running: Container[int],
    ran: set[int],
    last: int,
) -> dict[int, None]:
    """The groups before the statement `last` that read or fill what holds refs of the nodes.

    Other nodes than those that are `running` take the refs of another run. Variables keep the refs
    of the first run: those of nodes that `ran` are there.
    """
    holding: set[Symbol] = set()
    found: dict[int, None] = {}
    for index, statement in enumerate(program.statements[: last + 1]):
        if isinstance(statement, Create) and statement.node not in running:
            continue
        refs, read = holds(program, statement)
        if isinstance(statement, Plain) and statement.wiring:
            read.update((*statement.defines, *statement.changes))
        is_made = isinstance(statement, Create)
        if (nodes if is_made else nodes - ran).isdisjoint(refs) and holding.isdisjoint(read):
            continue
        group = groups.of(index)
        if group is not None:
            found[group] = None
        if isinstance(statement, Plain) and statement.wiring:
            holding.update((*statement.defines, *statement.changes))
    return found


def holds(program: Program, statement: Statement) -> tuple[set[int], set[Symbol]]:
    """The nodes and the variables with refs that a statement names."""
    match statement:
        case Create():
            node = program.nodes[statement.node]
            return {*node.parents}, set(needs(program, statement))
        case Plain():
            return {ref.node for ref in statement.code.refs}, set(statement.uses)
        case Enter():
            return set(), set(statement.uses)
    return set(), set()
