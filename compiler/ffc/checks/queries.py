"""Queries that match no node."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics.graph.matches_nothing import MatchesNothing
from ..ir import Program, Query


def queries(program: Program, sink: Sink) -> None:
    for statement in program.statements:
        if isinstance(statement, Query) and not statement.nodes and statement.pattern is not None:
            sink.report(MatchesNothing(statement.span, statement.pattern, statement.names[:5]))
