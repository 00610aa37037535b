"""Staging that may turn out to depend on what only the driver knows: it is then taken back."""

from __future__ import annotations

from collections.abc import Callable

from .attempt import Undecided
from .frame import Frame
from .machine import Machine
from .raising import Raised, Unsure
from .values import Value


class Point:
    """A point of staging to come back to, or to go on from."""

    def __init__(self, machine: Machine, frame: Frame) -> None:
        self._machine, self._frame = machine, frame
        self._record, self._said = machine.record.mark(), machine.sink.mark()
        self._state = machine.depth, machine.stopped, machine.returned
        self._guarded, self._doubts = machine.guarded, machine.doubts
        self._noted = dict(frame.replaced), dict(frame.effects), dict(frame.made)
        self._start = machine.trail.begin(attempt=False)

    def go_on(self) -> None:
        """What was done since then stays."""
        self._machine.trail.keep(attempt=False)

    def back(self) -> None:
        """Nothing was done since then."""
        machine, frame = self._machine, self._frame
        machine.trail.back(self._start, attempt=False)
        machine.record.restore(self._record)
        machine.sink.restore(self._said)
        machine.depth, machine.stopped, machine.returned = self._state
        machine.guarded, machine.doubts = self._guarded, self._doubts
        frame.replaced, frame.effects, frame.made = self._noted


def tentative(
    machine: Machine, frame: Frame, action: Callable[[], Value | None]
) -> tuple[bool, Value | None]:
    """Whether `action` could be staged, and what it gives; if not, it did nothing."""
    point, guarded = Point(machine, frame), machine.guarded
    try:
        left = action()
    except (Undecided, Unsure, Raised) as stopped:
        machine.guarded = guarded
        if isinstance(stopped, Raised) and guarded:
            point.go_on()
            raise
        point.back()
        return False, None
    except BaseException:
        point.go_on()
        raise
    point.go_on()
    return True, left
