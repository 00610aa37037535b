"""FFC211: A leaf of a workflow is not a node."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class BadLeaf(Error):
    """A leaf of a workflow is not a node.

    The leaves of a workflow are nodes, or items of nodes.

    Example:

        flow = RayWorkflow(load, workflow_name="w")

    Give it the node: `RayWorkflow(load("a"), workflow_name="w")`.
    """

    code = "FFC211"

    what: str
    of_wiring: bool

    @property
    def message(self) -> str:
        what = self.what if self.of_wiring else "this"
        return f"{what} is no leaf: a leaf is a node or an item of one"

    @property
    def help(self) -> str:
        if self.what.startswith("a container"):
            return "give each leaf by itself: `RayWorkflow(*leaves, ...)`"
        return "give the workflow what a call of a task returns"
