"""FFC210: A node is unpacked, or a loop goes over it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class UnpackedNode(Error):
    """A node is unpacked, or a loop goes over it.

    How many values a node returns is not known while the graph is being made; each item is taken by
    its key.

    Example:

        points, labels = load("a")

    Write `pair = load("a")`, then `points, labels = pair[0], pair[1]`. Instead of a loop over a
    node, run it first and go over the result, or let a task do the loop.
    """

    code = "FFC210"

    count: int | None  # of the names; 0 where they are not written, None for a loop

    @property
    def message(self) -> str:
        if self.count is None:
            return "a loop over a node, which has no value before the run"
        names = f" into {self.count} names" if self.count else ""
        return f"a node cannot be unpacked{names}"

    @property
    def help(self) -> str:
        if self.count is None:
            return "run it first and loop over the result, or do the loop inside a task"
        return "take its items: " + ", ".join(
            f"`node[{i}]`" for i in range(min(self.count or 2, 3))
        )
