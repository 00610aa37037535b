"""Statements that are staged step by step: generators, and what may stand around a `yield`.

Python's own generators hold the place: what `next` runs here stages the statements that `next`
runs in the app. What stands around no `yield` is run to its end at once.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence

import libcst as cst

from ..frame import Frame
from ..machine import Machine
from ..values import Evaluated, Value

Steps = Generator[Evaluated, None, "Value | None"]
Run = Callable[[Sequence[cst.BaseStatement]], Steps]


def at_once(machine: Machine, frame: Frame) -> Run:
    """Stages statements that yield nothing."""

    def run(statements: Sequence[cst.BaseStatement]) -> Steps:
        yield from ()
        return machine.execute(statements, frame)

    return run


def finished(steps: Steps) -> Value | None:
    """What the steps give at their end."""
    while True:
        try:
            next(steps)
        except StopIteration as stopped:
            left: Value | None = stopped.value
            return left
