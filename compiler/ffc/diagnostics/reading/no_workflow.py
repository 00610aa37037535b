"""FFC104: The module runs no workflow."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class NoWorkflow(Error):
    """The module runs no workflow.

    There is nothing to make a driver of: no workflow object is made, or none is run, by the
    statements that `python app.py` executes.

    Example:

        from ffc import task

        @task
        def load(path): ...

    Make nodes, give their leaves to `RayWorkflow(...)` and call its `run()`.
    """

    code = "FFC104"

    made: bool

    @property
    def message(self) -> str:
        return (
            "the workflow is made but never run"
            if self.made
            else "no workflow is made and run here"
        )

    @property
    def help(self) -> str:
        return (
            "call its `run()`"
            if self.made
            else 'make one: `RayWorkflow(leaf, workflow_name="name").run()`'
        )
