"""A module that runs no workflow, and reads no storage, makes no driver."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import reading as reading_errors
from ..ir import Program
from ..ir.storages import FACTORY
from ..source import Region, Span


def no_workflow(program: Program, sink: Sink) -> None:
    if not program.runs and not _makes_storage(program) and not sink.has_errors:
        start = Span(program.source, Region(1, 1, 1, 1))
        place = program.flows[0].span if program.flows else start
        sink.report(reading_errors.NoWorkflow(place, made=bool(program.flows)))


def _makes_storage(program: Program) -> bool:
    return any(FACTORY in plain.code.helpers for plain in program.plain)
