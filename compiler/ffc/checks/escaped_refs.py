"""Whether code that stays names a node: in the driver that is a ref, which such code cannot use."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import staging as errors
from ..ir import Plain, Program
from ..ir.fragment import holds_ref


def escaped_refs(program: Program, sink: Sink) -> None:
    for statement in program.statements:
        if isinstance(statement, Plain) and not statement.wiring and holds_ref(statement.code):
            sink.report(errors.Escapes(statement.span, "a node", "code that stays as it is"))
