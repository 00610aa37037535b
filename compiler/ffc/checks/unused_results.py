"""Nodes that run, though nobody takes their results and they do nothing else."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import Effect, NodeKind, Program


def unused_results(program: Program, sink: Sink) -> None:
    definitions = {definition.symbol: definition for definition in program.definitions}
    submitted = {s.node for schedule in program.schedules for s in schedule.submissions}
    used = {parent for node in submitted for parent in program.nodes[node].parents}
    for schedule in program.schedules:
        used.update(ref.node for ref in program.flows[schedule.flow].leaves)
        if schedule.stored is not None:  # whoever reads the storage may use them
            used.update(one.node for one in schedule.submissions)
    for schedule in program.schedules:
        for submission, name in zip(schedule.submissions, schedule.names, strict=True):
            node = program.nodes[submission.node]
            effect = definitions[node.definition].facts.effect
            if node.kind is NodeKind.TASK and node.id not in used and effect is Effect.NONE:
                shown = name or node.default_name
                sink.report(errors.UnusedResult(node.span, shown, node.definition.name))
