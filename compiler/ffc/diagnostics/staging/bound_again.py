"""FFC237: A variable changes between two uses of a task that reads it."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class BoundAgain(Error):
    """A variable changes between two uses of a task that reads it.

    A task sees the variables of the module as they are when its workflow runs. In the driver, Ray
    sends the code of a task to workers once, with the variables as they are then.

    Example:

        scale = 2
        RayWorkflow(scaled(1), workflow_name="twice").run()
        scale = 3
        RayWorkflow(scaled(1), workflow_name="three times").run()

    Give the task what changes as an argument.
    """

    code = "FFC237"

    name: str
    task: str
    place: Span

    @property
    def message(self) -> str:
        return f"`{self.name}` is bound again, and {self.task} has been sent to workers by then"

    @property
    def help(self) -> str:
        return f"give `{self.name}` to the task as an argument"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.place, "what reads it"),)
