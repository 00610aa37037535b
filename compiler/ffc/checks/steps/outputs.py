"""The outputs that classes of steps name in `route` and `load`."""

from __future__ import annotations

from ...diagnostics import Sink
from ...diagnostics import steps as errors
from ...ir import Program, Role
from .made import made


def outputs(program: Program, sink: Sink) -> None:
    for definition, facts, role in made(program):
        known = facts.outputs
        if known is None or role not in (Role.SOURCE, Role.STEP):
            continue
        names = ("load",) if role is Role.SOURCE else ("route",)
        if role is Role.STEP and not facts.defines("route"):
            names = ("forward_note",)
        for method in facts.methods:
            for output, place in method.outputs if method.name in names else ():
                if output not in known:
                    step = definition.symbol.name
                    sink.report(
                        errors.UnknownOutput(place, output, step, known, facts.outputs_span)
                    )
