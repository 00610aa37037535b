"""Step classes and resource classes, decorated."""

from __future__ import annotations

from functools import update_wrapper

from ffc.authoring.steps import reserved
from ffc.authoring.steps.bound import Source
from ffc.authoring.steps.made import Made
from ffc.authoring.steps.resource import ResourceNode
from ffc.authoring.steps.unbound import StepNode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, NoReturn


class RemoteClass:
    """A decorated step or resource class: `.remote()` makes a node of a step graph.

    It has the attributes of the class, and the class itself as `__wrapped__`. A class that derives
    from it derives from the class itself. TypeError for another class, or one that hides what
    its base class runs by.
    """

    __wrapped__: type[Any]

    def __init__(self, cls: type[Any], ray_options: Mapping[str, Any]) -> None:
        from ffc.runtime.steps.resource import Resource
        from ffc.runtime.steps.source import SourceStep
        from ffc.runtime.steps.step import Step

        if not issubclass(cls, (Step, Resource)):
            raise TypeError(
                f"{cls!r} is neither a step nor a resource: derive it from Step, SourceStep or "
                "Resource, or decorate it with workflow"
            )
        reserved.check(cls)
        update_wrapper(self, cls, updated=())
        self.ray_options = ray_options
        kinds = {SourceStep: Source, Step: StepNode, Resource: ResourceNode}
        self.kind: Any = next(kinds[base] for base in kinds if issubclass(cls, base))

    def remote(self, /, **given: Any) -> Any:
        """Return a node: a source, a step to be bound, or a resource.

        `given` are parameters: values, resources, nodes of workflows. TypeError if there is no such
        parameter.
        """
        cls = self.__wrapped__
        return self.kind(Made(cls, cls, given, self.ray_options))

    def options(self, /, **ray_options: Any) -> RemoteClass:
        """Return the same class with these Ray options over its own."""
        return RemoteClass(self.__wrapped__, {**self.ray_options, **ray_options})

    def __call__(self, /, *args: Any, **kwargs: Any) -> NoReturn:
        name = self.__wrapped__.__name__
        raise TypeError(f"{name}() makes no node: {name}.remote() does, with its parameters")

    def __getattr__(self, name: str) -> Any:
        if name == "__wrapped__":
            raise AttributeError(name)  # of a copy that has nothing yet
        return getattr(self.__wrapped__, name)

    def __instancecheck__(self, one: object) -> bool:
        return isinstance(one, self.__wrapped__)

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type[Any]]:
        return (self.__wrapped__,)

    def __repr__(self) -> str:
        return f"<remote {self.__wrapped__!r}>"
