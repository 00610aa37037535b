"""Nodes of step graphs that no run needs."""

from __future__ import annotations

from ...diagnostics import Sink
from ...diagnostics import steps as errors
from ...ir import Create, Program, Role

_WAYS = {
    Role.SOURCE: ("source", "bind a step to it and run that, or delete it"),
    Role.STEP: ("step", "bind it and run what `bind` gives, or delete it"),
    Role.RESOURCE: ("resource", "give it to a step that runs, or delete it"),
}


def unused_steps(program: Program, sink: Sink) -> None:
    running = {s.node for schedule in program.schedules for s in schedule.submissions}
    if not program.schedules:
        return
    originals = (program.nodes[node].original for node in running)
    running = running.union(node for node in originals if node is not None)
    made = {s.node for s in program.statements if isinstance(s, Create)}
    bound = {node.actor for node in program.nodes if node.role is Role.STREAM}
    for node in program.nodes:
        if node.id in made and node.id not in running and node.role in _WAYS:
            what, way = _WAYS[node.role]
            if node.id in bound:
                way = "run what `bind` gives, or delete it"
            sink.report(errors.UnusedStep(node.span, node.default_name, what, way))
