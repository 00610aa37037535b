"""FFC221: A list or dict with nodes changes in a way that ffc does not follow."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class ChangedLater(Error):
    """A list or dict with nodes changes in a way that ffc does not follow.

    A node gets its lists and dicts as they are when the workflow runs, in the app as in the driver.
    ffc writes the refs in them where the node is submitted, so they must be complete when they are
    given to it; and none may hold itself.

    Example:

        total = add_all(parts)
        parts.append(load("c"))

    Fill the list before it is given to the node.
    """

    code = "FFC221"

    reason: str

    @property
    def message(self) -> str:
        return f"a list or dict with nodes {self.reason}"

    @property
    def help(self) -> str:
        return "fill it before it is given to a node"
