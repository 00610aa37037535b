"""What classes of step graphs declare: `Parameters` and `Outputs`."""

from __future__ import annotations

from ...diagnostics import Sink
from ...diagnostics import steps as errors
from ...ir import Program, StepFacts
from .made import made


def declarations(program: Program, sink: Sink) -> None:
    for _, facts, _ in made(program):
        for problem in facts.problems:
            sink.report(problem)
        taken = keywords(facts)
        if taken is None or any(one.kind == "**kwargs" for one in facts.init or ()):
            continue
        init = facts.method("__init__")
        init, owner = facts.method("__init__"), facts.owner("Parameters")
        if init is None or init.owner != owner:
            continue  # a base declares for others
        for parameter in facts.parameters or ():
            if parameter.name not in taken:
                place, name = parameter.span, parameter.name
                sink.report(errors.NotTaken(place, name, owner, taken, init.span))


def keywords(facts: StepFacts) -> tuple[str, ...] | None:
    """What `__init__` takes by keyword, None where that is not known."""
    if facts.init is None:
        return None
    return tuple(one.name for one in facts.init if one.kind in ("", "*"))
