"""FFC236: Nodes that the driver makes in a loop or branch run in several workflows."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class RunAgain(Error):
    """Nodes that the driver makes in a loop or branch run in several workflows.

    Every `run()` runs its nodes anew. The driver submits the nodes of such a loop in the loop, so
    that only one run can have them.

    Example:

        nodes = [load(path) for path in sys.argv[1:]]
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
