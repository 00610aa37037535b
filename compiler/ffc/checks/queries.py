"""Queries that match no node."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import Program, Query


def queries(program: Program, sink: Sink) -> None:
    for statement in program.statements:
        if isinstance(statement, Query) and not statement.nodes and statement.pattern is not None:
            names = tuple(dict.fromkeys(statement.names))
            sink.report(errors.MatchesNothing(statement.span, statement.pattern, names))
