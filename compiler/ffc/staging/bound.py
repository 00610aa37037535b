"""How long a loop without a known length is followed: long enough for wiring, under two seconds.

It is counted and not timed, so that the same app means the same on every machine.
"""

from __future__ import annotations

from .machine import Machine

_MOST_PASSES = 3_000
_MOST_STEPS = 25_000


class Bound:
    """What one loop may take; a step is the evaluation of one expression.

    One that goes through something of at most `length` elements may take any number of steps: only
    a list that grows meanwhile has no end.
    """

    def __init__(self, machine: Machine, length: int | None = None) -> None:
        self._machine, self._length = machine, length
        self._first = machine.evaluations

    def reached(self, passes: int) -> str | None:
        """What the loop does not come to an end within, if it has taken as much."""
        if passes >= _MOST_PASSES + (self._length or 0):
            return f"{_MOST_PASSES:,} passes"
        steps = self._machine.evaluations - self._first
        return f"{_MOST_STEPS:,} steps" if steps > _MOST_STEPS and self._length is None else None
