"""A module that runs no workflow makes no driver."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics.reading.no_workflow import NoWorkflow
from ..ir import Program
from ..source import Region, Span


def no_workflow(program: Program, sink: Sink) -> None:
    if not program.runs and not sink.has_errors:
        start = Span(program.source, Region(1, 1, 1, 1))
        place = program.flows[0].span if program.flows else start
        sink.report(NoWorkflow(place, made=bool(program.flows)))
