"""What the monitor knows of a node of the run."""

from __future__ import annotations

import reprlib
from collections import Counter
from collections.abc import Iterable
from typing import Any

import ray
from ray.exceptions import RayActorError

STATES = ("running", "waiting", "done", "stored", "failed", "skipped")
ENDED = frozenset(STATES[2:])


class Call:
    """A task, a call of an actor, or a step; times are in seconds since 1970.

    It takes the results of those in `needs`, and runs behind them and `behind`, the
    call of its actor before it. Calls of one `line` of the driver are passes of a loop.
    """

    def __init__(
        self, number: int, name: str, task: str, line: int, now: float
    ) -> None:
        self.number, self.name, self.task, self.line = number, name, task, line
        self.arguments: list[tuple[str, Any]] = []
        self.options: dict[str, Any] = {}
        self.room: dict[str, float] = {}  # what it holds while it runs
        self.place: dict[str, float] = {}  # what a node of the cluster must have for it
        self.needs: list[Call] = []
        self.behind: list[Call] = []
        self.state, self.since = "waiting", now
        self.seconds = 0.0  # that it ran
        self.error: Exception | None = None
        self.notes: dict[str, dict[str, int]] = {}  # of a step: those in and out
        self.figures: list[str] = []  # the same, in words
        self.logs: list[str] = []  # the last lines

    def __repr__(self) -> str:
        return f"<{self.name}>"

    @property
    def is_ready(self) -> bool:
        """Whether only a free place keeps it from running."""
        return all(one.state in ENDED for one in (*self.needs, *self.behind))

    def start(self, now: float) -> None:
        self.state, self.since = "running", now

    def end(self, error: Exception | None, now: float, looked: float) -> None:
        """It is done or has failed, or could not run as something before it failed.

        It has not begun before the time when one `looked`, if it was not seen running.
        """
        cut_off = any(one.error for one in self.needs)
        cut_off |= any(isinstance(one.error, RayActorError) for one in self.behind)
        begun = self.since if self.state == "running" else max(self.since, looked)
        self.since, self.error = now, error
        self.state = "done" if error is None else "skipped" if cut_off else "failed"
        self.seconds = 0.0 if cut_off else now - begun
        if self.state != "failed":
            self.arguments = []  # they need not stay in memory

    def written(self) -> str:
        """The call: `train(<moons>, rate=0.1)`."""
        given = (f"{key}{shown(value)}" for key, value in self.arguments)
        return f"{self.task}({', '.join(given)})"


def counted(calls: Iterable[Call]) -> str:
    """How many calls are in each state: `3 running, 2 done`."""
    found = Counter(one.state for one in calls)
    return ", ".join(f"{found[state]} {state}" for state in STATES if found[state])


def shown(value: Any) -> str:
    """A short text for a value, the same in each run."""
    if isinstance(value, ray.ObjectRef):
        return "<a result>"
    text = reprlib.repr(value)
    return f"{type(value).__name__}(…)" if " at 0x" in text else text
