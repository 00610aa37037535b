"""Nodes that no run reaches."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import Create, Program, Rename


def unreached(program: Program, sink: Sink) -> None:
    running = {s.node for schedule in program.schedules for s in schedule.submissions}
    names = {node.id: node.default_name for node in program.nodes}
    for statement in program.statements:
        if isinstance(statement, Rename) and statement.known is not None:
            names[statement.node] = statement.known
    if not program.schedules:
        return
    made = {s.node for s in program.statements if isinstance(s, Create)}
    originals = (program.nodes[node].original for node in running)
    running = running.union(node for node in originals if node is not None)
    for node in program.nodes:
        if node.role is None and node.id in made and node.id not in running:
            sink.report(errors.Unreached(node.span, names[node.id]))
