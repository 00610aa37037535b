"""Finds what each run submits, with the names and options that the nodes have by then.

    a = f(1)                                    run 0: a (name="x", num_cpus=1)
    a.set_name("x")                      →
    flow.query("x").set_remote_args({"num_cpus": 1})
    flow.run()

What runs is the part downstream of the roots above the leaves (`ir/graph.py`). The last call of
`set_remote_args` on a node replaces the earlier ones, and so does that of `set_plugin`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..ir import (
    Configure,
    Create,
    Equip,
    Fragment,
    Node,
    Option,
    Program,
    Rename,
    Run,
    Setups,
    Symbol,
    text,
)
from ..ir.graph import run_by
from ..ir.literal import literal
from ..ir.schedule import Queries, Schedule, Submission
from .pieces import given_by
from .post_dominance import PostDominance
from .waiting import waits


@dataclass(frozen=True)
class _State:
    """A node between two statements; `after` is the last one that says something of it."""

    node: Node
    after: int
    name: Fragment | None = None
    known_name: str | None = None
    options: tuple[Option, ...] = ()
    queries: Queries = ()
    setups: Setups = ()


def schedule_runs(program: Program) -> Program:
    states: dict[int, _State] = {}
    schedules: list[Schedule] = []
    bound: dict[Symbol, int] = {}
    after = PostDominance(program)
    graphs: list[tuple[Run, int, dict[int, _State]]] = []
    for index, statement in enumerate(program.statements):
        bound.update((symbol, index) for symbol in given_by(program, statement))
        match statement:
            case Create():
                node = program.nodes[statement.node]
                states[node.id] = _State(node, index, known_name=node.default_name)
            case Rename():
                states[statement.node] = _renamed(states[statement.node], statement, index)
            case Equip():
                last = max((bound.get(symbol, -1) for symbol in statement.symbols), default=-1)
                for changed in statement.nodes:
                    states[changed] = _equipped(states[changed], statement, last)
            case Configure():
                # They must stand behind what binds the variables in their options.
                last = max((bound.get(symbol, -1) for symbol in statement.symbols), default=-1)
                for changed in statement.nodes:
                    states[changed] = _configured(states[changed], statement, last)
                for changed in statement.maybe:
                    states[changed] = _queried(states[changed], statement, last)
            case Run() if program.flows[statement.flow].how is not None:
                graphs.append((statement, index, {**states}))
            case Run():
                schedules.append(_schedule(program, statement, index, states, after))
    lasting = {node: state for node, state in states.items() if state.node.is_lasting}
    for run, index, there in graphs:  # in a loop, it may run what an earlier pass has bound
        schedules.append(_schedule(program, run, index, there | lasting, after))
    schedules.sort(key=lambda one: one.run)
    return replace(program, schedules=tuple(_without_vain(program, schedules)))


def _without_vain(program: Program, schedules: list[Schedule]) -> Iterator[Schedule]:
    """The runs without what only nodes take that last, and have it from an earlier run."""
    made: set[int] = set()
    for schedule in schedules:
        taken: set[int] = set(program.flows[schedule.flow].held)
        others: set[int] = set()
        for submission in reversed(schedule.submissions):
            node = program.nodes[submission.node]
            vain = node.id in made or (node.id in others and node.id not in taken)
            (others if vain else taken).update(node.parents)
        vain_ones = {n for n in others - taken if not program.nodes[n].is_lasting}
        made.update(s.node for s in schedule.submissions if program.nodes[s.node].is_lasting)
        yield _without(schedule, vain_ones) if vain_ones else schedule


def _without(schedule: Schedule, nodes: set[int]) -> Schedule:
    kept = [i for i, one in enumerate(schedule.submissions) if one.node not in nodes]
    return replace(
        schedule,
        submissions=tuple(schedule.submissions[i] for i in kept),
        names=tuple(schedule.names[i] for i in kept),
        waits=tuple(node for node in schedule.waits if node not in nodes),
    )


def _renamed(state: _State, given: Rename, index: int) -> _State:
    if given.known is None:
        return replace(state, name=given.name, known_name=None, after=index)
    return replace(state, name=text(literal(given.known) or ""), known_name=given.known)


def _configured(state: _State, given: Configure, last: int) -> _State:
    return replace(state, options=given.options, queries=(), after=max(state.after, last))


def _queried(state: _State, given: Configure, last: int) -> _State:
    """The driver looks at the name; the last query that matches counts."""
    others = tuple(query for query in state.queries if query[0] != given.pattern)
    queries = (*others, (given.pattern, given.options))
    return replace(state, queries=queries, after=max(state.after, last))


def _equipped(state: _State, given: Equip, last: int) -> _State:
    return replace(state, setups=given.setups, after=max(state.after, last))


def _schedule(
    program: Program,
    run: Run,
    statement: int,
    states: dict[int, _State],
    after: PostDominance,
) -> Schedule:
    nodes, flow = [state.node for state in states.values()], program.flows[run.flow]
    made = {s.node: i for i, s in enumerate(program.statements) if isinstance(s, Create)}
    running = tuple(
        node
        for node in run_by(flow, nodes, flow.held)
        if not _is_elsewhere(program, program.within[made[node]], program.within[statement])
    )
    submissions = tuple(_submission(states[node]) for node in running)
    return Schedule(
        run=run.id,
        flow=run.flow,
        statement=statement,
        submissions=submissions,
        waits=waits(program, flow, running, after),
        names=tuple(states[node].known_name for node in running),
        limit=run.limit,
        stored=run.stored,
    )


def _is_elsewhere(program: Program, home: tuple[int, ...], run: tuple[int, ...]) -> bool:
    """Whether a node is made in one branch of an `if`, and the run is in another."""
    apart = next(((a, b) for a, b in zip(home, run, strict=False) if a != b), None)
    if apart is None:
        return False
    one, other = (_first_part(program, block) for block in apart)
    return one == other and program.blocks[one].is_if


def _first_part(program: Program, block: int) -> int:
    while (before := program.blocks[block].follows) is not None:
        block = before
    return block


def _submission(state: _State) -> Submission:
    return Submission(
        node=state.node.id,
        arguments=state.node.arguments,
        name=state.name,
        options=state.options,
        after=state.after,
        queries=state.queries,
        setups=state.setups,
    )
