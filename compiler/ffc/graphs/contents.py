"""How much an app runs, without its graph: what `ffc compile` says of it.

It is what `ffc graph` says of each workflow; a node that several runs share counts once.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..ir import Create, Program
from .amount import amount
from .edge import Edge
from .edges import edges, merged
from .numbered import numbered, within
from .planned import planned


def what_is_in(staged: Program) -> str:
    """`sums: 2 nodes, 1 edge`, of a program as staging found it."""
    program = planned(staged)
    if not program.schedules:
        return "no workflow"  # it reads a storage
    flows = (program.flows[schedule.flow] for schedule in program.schedules)
    names = dict.fromkeys(f.name or ("graph" if f.how else "workflow") for f in flows)
    ran: list[tuple[int, int]] = []  # nodes, and the statements that run them
    found: set[Edge] = set()
    for schedule in program.schedules:
        streams = merged(program, schedule)
        there = {one.node for one in schedule.submissions if one.node not in streams}
        ran += ((node, schedule.statement) for node in there)
        found.update(edges(program, schedule, streams, there))
    nodes = len({node for node, _ in ran})
    return f"{', '.join(names)}: {amount(nodes, len(found), _is_exact(program, ran))}"


def _is_exact(program: Program, ran: Sequence[tuple[int, int]]) -> bool:
    """Whether the driver makes just these nodes: none is in a loop that only it knows."""
    of: dict[int, int] = {}
    unknown: set[int] = set()
    for block, loop, _ in numbered(program):
        of[block.id] = loop
        unknown.update([loop] if block.turns is None else [])
    if not unknown:
        return True
    paths = [[of[turn.block] for turn in path if turn.block in of] for path in program.paths]
    made = {s.node: i for i, s in enumerate(program.statements) if isinstance(s, Create)}
    return all(unknown.isdisjoint(within(paths[made[node]], paths[run])) for node, run in ran)
