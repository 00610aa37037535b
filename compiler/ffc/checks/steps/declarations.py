"""What classes of step graphs declare: `Parameters` and `Outputs`."""

from __future__ import annotations

from ...diagnostics import Sink
from ...diagnostics import steps as errors
from ...ir import Program, StepFacts
from .made import made


def declarations(program: Program, sink: Sink) -> None:
    for definition, facts, _ in made(program):
        for problem in facts.problems:
            sink.report(problem)
        taken = keywords(facts)
        if taken is None or any(one.kind == "**kwargs" for one in facts.init or ()):
            continue
        init = facts.method("__init__")
        is_own = facts.defines("Parameters")
        for parameter in facts.parameters or ():
            if parameter.name not in taken:
                place = parameter.span if is_own else definition.span
                base = "" if is_own else facts.helpers[0]
                where = init.span if init is not None else None
                step = definition.symbol.name
                sink.report(errors.NotTaken(place, parameter.name, step, base, taken, where))


def keywords(facts: StepFacts) -> tuple[str, ...] | None:
    """What `__init__` takes by keyword, None where that is not known."""
    if facts.init is None:
        return None
    return tuple(one.name for one in facts.init if one.kind in ("", "*"))
