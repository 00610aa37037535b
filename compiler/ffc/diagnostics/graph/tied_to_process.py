"""FFC410: A task takes an open file, a lock or a connection to a worker."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Warning_


@dataclass(frozen=True)
class TiedToProcess(Warning_):
    """A task takes an open file, a lock or a connection to a worker.

    Files, sockets, connections, locks, pools, queues and generators belong to the process that made
    them. Most cannot be pickled, so Ray raises `TypeError`; of the others a worker gets one that
    leads nowhere.

    Example:

        LOCK = threading.Lock()

        @task
        def write(row):
            with LOCK:
                ...

    Make it inside the task, or in the `__init__` of a class node whose methods use it. What a
    generator gives can be passed as a list.
    """

    code = "FFC410"

    name: str
    kind: str
    owner: str
    places: tuple[tuple[Span, str], ...] = ()

    @property
    def message(self) -> str:
        what = f"`{self.name}`" if self.name else "this argument"
        return f"{what} is {self.kind}, which {self.owner} cannot take to a worker"

    @property
    def notes(self) -> tuple[str, ...]:
        return (
            "it belongs to the process that made it: Ray cannot send it, "
            "or the worker gets one that leads nowhere",
        )

    @property
    def help(self) -> str:
        if self.kind == "a generator":
            return "pass a list, or make it inside the task"
        return "make it inside the task, or in the `__init__` of a class node that keeps it"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return self.places
