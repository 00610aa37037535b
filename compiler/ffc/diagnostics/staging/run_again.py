"""FFC236: Nodes that the driver makes in a loop or branch run in several workflows."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class RunAgain(Error):
    """Nodes that the driver makes in a loop or branch run in several workflows.

    Every `run()` runs its nodes anew. For a further run, the driver goes through the loop or branch
    once more, unless that would repeat its effects, or find other values than the first time.

    Example:

        nodes = [load("first")]
        if sys.argv[1:]:
            print("several")
            nodes.append(load("second"))
        RayWorkflow(*nodes, workflow_name="first").run()
        RayWorkflow(*nodes, workflow_name="second").run()

    Make the nodes in a function, and call it for each workflow.
    """

    code = "FFC236"

    @property
    def message(self) -> str:
        return "the nodes made here run in several workflows"

    @property
    def help(self) -> str:
        return "make them in a function, and call it for each workflow"
