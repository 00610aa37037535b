"""Functions that are steps, and tasks."""

from __future__ import annotations

from ffc.authoring.steps.made import Made
from ffc.authoring.steps.unbound import StepNode
from ffc.authoring.task import Task

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from ffc.authoring.steps.bound import Bound


class RemoteFunction(Task):
    """A decorated function: `.remote()` makes a step that calls it for each note.

    What it returns, a note or a list of notes, leaves by "out" in place of the note; after None,
    the note itself does. Calling it makes a node of a workflow.
    """

    def __init__(self, function: Callable[..., Any], ray_options: Mapping[str, Any]) -> None:
        super().__init__(function)
        self.ray_options = ray_options

    def remote(self, /, **given: Any) -> StepNode:
        """Return a step to be bound, which gives the function these keyword arguments too."""
        from functools import partial

        from ffc.runtime.steps.function import FunctionStep

        function = self.__wrapped__
        return StepNode(Made(function, partial(FunctionStep, function), given, self.ray_options))

    def bind(self, *pairs: object) -> Bound:
        """Return `self.remote().bind(*pairs)`."""
        return self.remote().bind(*pairs)

    def options(self, /, **ray_options: Any) -> RemoteFunction:
        """Return the same function with these Ray options over its own."""
        return RemoteFunction(self.__wrapped__, {**self.ray_options, **ray_options})

    def __repr__(self) -> str:
        return f"<remote {self.__wrapped__!r}>"
