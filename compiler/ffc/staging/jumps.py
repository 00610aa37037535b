"""Where `break`, `continue` and `return` go.

for text in texts:                  the loop is worked out pass by pass, until it is seen that the
    found = parsed(text)            driver decides where a pass ends: then all that is taken back,
    if found is None:               and the loop stays
        continue
    nodes.append(train(*found))
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import libcst as cst

from ..diagnostics import staging as errors
from .attempt import Impure
from .frame import Frame
from .machine import Machine
from .values import of_wiring

if TYPE_CHECKING:
    from .kept.foresee import Foreseen


class How(enum.Enum):
    UNROLLED = "pass by pass; it may turn out that it must stay"
    FIXED = "pass by pass, and in no other way"
    KEPT = "once: the driver goes through it"


@dataclass(eq=False)
class Loop:
    """A loop that is being staged; the driver decides on `conditions` of the blocks inside.

    Of one that is kept, `since` is the point since which its changes are looked for, `wired` says
    which names held something of the wiring where a pass was left; then `changed` is known.
    One that `returns` is left where the function is, with the result in a variable.
    """

    how: How
    conditions: int = 0
    since: int | None = None
    wired: dict[tuple[int, str], bool] = field(default_factory=dict)
    changed: Foreseen | None = None
    returns: bool = False


class Stays(Impure):
    """A loop that was worked out pass by pass must stay: the driver decides where a pass ends."""

    def __init__(self, loop: Loop) -> None:
        super().__init__()
        self.loop = loop


@contextmanager
def inside(frame: Frame, loop: Loop) -> Iterator[None]:
    """The statements of the loop are staged."""
    frame.loops.append(loop)
    try:
        yield
    finally:
        frame.loops.pop()


@contextmanager
def condition(frame: Frame) -> Iterator[None]:
    """Statements are staged that the driver may leave out."""
    loop = frame.loops[-1] if frame.loops else None
    if loop is None:
        yield
        return
    loop.conditions += 1
    try:
        yield
    finally:
        loop.conditions -= 1


def leaves_pass(machine: Machine, frame: Frame, node: cst.CSTNode) -> bool:
    """A pass of the innermost loop ends, or may end, at `node`; whether the driver decides that.

    Nothing is left to decide where the loop is worked out and the jump is certain.
    """
    loop = frame.loops[-1]
    if loop.how is How.KEPT:
        note_exit(machine, frame)
        return True
    if loop.conditions:
        if loop.how is How.UNROLLED:
            raise Stays(loop)
        machine.refuse(errors.NotStaged(machine.span(node), "a condition", "a jump"))
    return False


def note_exit(machine: Machine, frame: Frame) -> None:
    """What the names hold at this point of a loop that stays, they may hold behind it."""
    from .kept.entry import join

    loop = frame.loops[-1]
    if loop.since is not None:
        for inner, name in machine.trail.names(loop.since):
            bound, key = inner.bindings.get(name), (id(inner), name)
            wired = bound is not None and of_wiring(bound.value)
            loop.wired[key] = loop.wired.get(key, False) or wired
    elif loop.changed is not None:
        join(machine, loop.changed)
