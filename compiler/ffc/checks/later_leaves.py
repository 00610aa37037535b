"""Whether a workflow in a loop of the driver runs nodes that only the pass before has made."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import staging as errors
from ..ir import Create, Program, Run


def later_leaves(program: Program, sink: Sink) -> None:
    created = {s.node: i for i, s in enumerate(program.statements) if isinstance(s, Create)}
    late: dict[int, None] = {}
    for index, statement in enumerate(program.statements):
        if isinstance(statement, Run):
            held = program.flows[statement.flow].held
            held = tuple(node for node in held if not program.nodes[node].is_lasting)
            late.update((node, None) for node in held if created.get(node, -1) > index)
    for node in late:
        sink.report(errors.RunAgain(program.nodes[node].span))
