"""`match`, where what matches is known."""

from __future__ import annotations

import libcst as cst

from ..attempt import Undecided
from ..binding import bind_name
from ..blocks import block
from ..frame import Frame
from ..machine import Machine
from ..patterns import matched
from ..truth import truth
from ..values import Broken, Known
from . import Run, Steps


def match_steps(machine: Machine, node: cst.Match, frame: Frame, run: Run) -> Steps:
    """The first case that matches; `Undecided` where that is not known."""
    given = machine.evaluated(node.subject, frame)
    if isinstance(given.value, Broken):
        return given.value
    for case in node.cases:
        found = matched(machine, case.pattern, given, frame)
        if found is None:
            continue
        for name, value in found:
            bind_name(machine, frame, name, value, case)
        if case.guard is not None and not _holds(machine, case.guard, frame):
            continue
        return (yield from run(block(case.body)))
    return None


def _holds(machine: Machine, guard: cst.BaseExpression, frame: Frame) -> bool:
    decided = truth(machine, guard, machine.evaluate(guard, frame))
    if isinstance(decided, (Known, Broken)):
        return isinstance(decided, Known) and bool(decided.value)
    raise Undecided(machine.span(guard))
