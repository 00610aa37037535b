"""FFC401: No run reaches a node."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Warning_


@dataclass(frozen=True)
class Unreached(Warning_):
    """No run reaches a node.

    A run executes what follows from the roots above its leaves. This node is not among it, so the
    driver leaves it out.

    Example:

        a = load("a")
        b = load("b")
        RayWorkflow(a, workflow_name="w").run()

    Make it a leaf of a workflow, use it in a node that runs, or delete it.
    """

    code = "FFC401"

    name: str

    @property
    def message(self) -> str:
        return f"no run reaches node `{self.name}`: the driver leaves it out"

    @property
    def help(self) -> str:
        return "make it a leaf, or use it in a node that runs"
