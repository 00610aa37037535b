"""What the events of a driver say of its run. Times are seconds since 1970."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# In the order in which a reader looks for them.
STATES: Final = ("failed", "skipped", "running", "waiting", "stored", "done")


@dataclass(frozen=True)
class Change:
    """A node comes to another state, as the driver saw it."""

    time: float
    state: str


@dataclass(frozen=True)
class Span:
    """A task or call at work, as Ray noted it: `worker` is a process of the machine `node`."""

    start: float
    end: float
    worker: str
    node: str


@dataclass(frozen=True)
class Log:
    """What a node logged: a message, or the file that has the image or JSON."""

    time: float
    type: str
    message: str
    file: str


@dataclass(frozen=True)
class Failure:
    """An error, and the user's part of its traceback. `id` is None where `main()` failed itself."""

    id: int | None
    time: float
    error: str
    traceback: str


@dataclass(frozen=True)
class Figures:
    """How many notes had come into a step, and out of it, by outputs."""

    time: float
    taken: tuple[tuple[str, int], ...]
    given: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Node:
    """A node of the graph. `needs` are the ids of those whose results it takes.

    Options and parameters are names with values as Python would show them.
    """

    id: int
    name: str
    task: str
    kind: str
    doc: str
    call: str
    options: tuple[tuple[str, str], ...]
    needs: tuple[int, ...]
    line: int | None
    made: float
    changes: tuple[Change, ...] = ()
    spans: tuple[Span, ...] = ()
    logs: tuple[Log, ...] = ()
    figures: tuple[Figures, ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()

    @property
    def state(self) -> str:
        """The last state; a node begins as waiting."""
        return self.changes[-1].state if self.changes else "waiting"


@dataclass(frozen=True)
class End:
    """How the driver ended."""

    time: float
    state: str
    code: int | None


@dataclass(frozen=True)
class Run:
    """A run. `end` is None if the driver was killed, or is still at work.

    `last` is the time of the last event; `damaged` are the numbers of lines that are no events.
    """

    driver: str
    doc: str
    arguments: tuple[str, ...]
    python: str
    ray: str
    started: float
    last: float
    nodes: tuple[Node, ...]
    failures: tuple[Failure, ...]
    end: End | None
    damaged: tuple[int, ...]
