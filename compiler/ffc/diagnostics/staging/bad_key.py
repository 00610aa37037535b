"""FFC209: An item of a node cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class BadKey(Error):
    """An item of a node cannot be taken.

    `node[key]` is one item of what the node returns; the key must be known when the app is
    compiled.

    Example:

        first = load("a")[0][1]

    Return the inner value from the task, or make a task that picks it.
    """

    code = "FFC209"

    reason: str

    @property
    def message(self) -> str:
        return self.reason

    @property
    def help(self) -> str:
        return "make a task that picks it"
