"""FFC207: Something of the workflow has no such member."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error
from ..nearest import nearest


@dataclass(frozen=True)
class UnknownMember(Error):
    """Something of the workflow has no such member.

    Nodes, workflows and queries have a small set of methods; the object of a class node has those
    of its class.

    Example:

        counter.incerment(1)

    Use one of the members that the message names.
    """

    code = "FFC207"

    name: str
    owner: str
    known: tuple[str, ...]

    @property
    def message(self) -> str:
        return f"{self.owner} has no `{self.name}`"

    @property
    def help(self) -> str:
        close = nearest(self.name, self.known)
        if close is not None:
            return f"did you mean `{close}`?"
        if not self.known:
            return "it exists only while the app is compiled: keep what you need in a variable"
        return "it has " + ", ".join(f"`{name}`" for name in self.known)
