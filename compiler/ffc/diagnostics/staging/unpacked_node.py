"""FFC210: A node is unpacked."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class UnpackedNode(Error):
    """A node is unpacked.

    How many values a node returns is not known while the graph is being made; each item is taken by
    its key.

    Example:

        points, labels = load("a")

    Write `pair = load("a")`, then `points, labels = pair[0], pair[1]`.
    """

    code = "FFC210"

    count: int

    @property
    def message(self) -> str:
        names = f" into {self.count} names" if self.count else ""
        return f"a node cannot be unpacked{names}"

    @property
    def help(self) -> str:
        return "take its items: " + ", ".join(
            f"`node[{i}]`" for i in range(min(self.count or 2, 3))
        )
