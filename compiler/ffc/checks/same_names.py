"""Nodes of one run that have the same name."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import Program
from ..source import Span


def same_names(program: Program, sink: Sink) -> None:
    for schedule in program.schedules:
        first: dict[str, Span] = {}
        for submission, name in zip(schedule.submissions, schedule.names, strict=True):
            span = program.nodes[submission.node].span
            if name is not None and name in first:
                sink.report(errors.SameName(span, name, first[name]))
            elif name is not None:
                first[name] = span
