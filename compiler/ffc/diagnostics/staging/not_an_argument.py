"""FFC219: A node cannot get this argument."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class NotAnArgument(Error):
    """A node cannot get this argument.

    Tasks, workflows and the objects of class nodes exist while the graph is made. A node runs
    later, on a worker, and gets values: constants, and the results of other nodes.

    Example:

        total = add(load, 1)

    Call the task, and give its node: `add(load("a"), 1)`.
    """

    code = "FFC219"

    callee: str
    what: str

    @property
    def message(self) -> str:
        return f"`{self.callee}` cannot get {self.what}, which exists only while the graph is made"

    @property
    def help(self) -> str:
        return "give it a node: the result of calling a task, or a method of a class node"
