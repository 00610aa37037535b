"""Staging that may turn out to depend on what only the driver knows: it is then taken back."""

from __future__ import annotations

from collections.abc import Callable

from .attempt import Undecided
from .frame import Frame
from .machine import Machine
from .raising import Raised, Unsure
from .values import Value


def tentative(
    machine: Machine, frame: Frame, action: Callable[[], Value | None]
) -> tuple[bool, Value | None]:
    """Whether `action` could be staged, and what it gives; if not, it did nothing."""
    record, said = machine.record.mark(), machine.sink.mark()
    state = machine.depth, machine.stopped, machine.returned, machine.guarded, machine.doubts
    noted = dict(frame.replaced), dict(frame.effects), dict(frame.made)
    start = machine.trail.begin(attempt=False)
    try:
        left = action()
    except (Undecided, Unsure, Raised) as stopped:
        machine.guarded = state[3]
        if isinstance(stopped, Raised) and machine.guarded:
            machine.trail.keep(attempt=False)
            raise
        machine.trail.back(start, attempt=False)
        machine.record.restore(record)
        machine.sink.restore(said)
        machine.depth, machine.stopped, machine.returned, _, machine.doubts = state
        frame.replaced, frame.effects, frame.made = noted
        return False, None
    machine.trail.keep(attempt=False)
    return True, left
