"""FFC201: An operator is applied to a node."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class OperatorOnNode(Error):
    """An operator is applied to a node.

    A node is a call that has not run yet: it has no value that wiring could compute with.

    Example:

        total = load("a") + load("b")

    Make a task of the computation: `total = add(load("a"), load("b"))`.
    """

    code = "FFC201"

    operator: str
    what: str

    @property
    def message(self) -> str:
        return f"`{self.operator}` on {self.what}, which has no value before the run"

    @property
    def help(self) -> str:
        return "make a task of it, which gets the values of its nodes"
