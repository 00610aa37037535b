"""Objects of decorated classes, before the run."""

from __future__ import annotations

from types import FunctionType

from ffc.authoring import graph
from ffc.authoring.names import default_name
from ffc.authoring.node import Node
from ffc.authoring.novalue import NoValue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Instance(NoValue):
    """What calling a decorated class returns: it has the methods, and calling one makes a node.

    The calls run in the order in which they were written, each after the one before. Methods are
    the functions that the class defines or inherits, save those with `__names__`; an attribute
    that is none of them is an AttributeError.
    """

    # Mangled, so that they hide no method of the class.
    __slots__ = ("__cls", "__constructor", "__last")

    def __init__(self, cls: type[Any], constructor: Node) -> None:
        self.__cls = cls
        self.__constructor = constructor
        self.__last = constructor

    def set_name(self, name: str) -> Instance:
        """Rename the constructor's node and return this object."""
        self.__constructor.set_name(name)
        return self

    def __getattr__(self, name: str) -> Callable[..., Node]:
        method = getattr(self.__cls, name, None)
        is_special = name.startswith("__") and name.endswith("__")
        if is_special or not isinstance(method, FunctionType):
            raise AttributeError(
                f"{self.__cls.__qualname__} has no method {name!r}. Its objects exist only during "
                "the run: to read or set something of theirs, write a method that does"
            )

        def run(instance: object, *args: Any, **kwargs: Any) -> Any:
            return getattr(instance, name)(*args, **kwargs)

        def call(*args: Any, **kwargs: Any) -> Node:
            args = (self.__constructor, *args)
            self.__last = graph.add(Node(default_name(method), run, args, kwargs, self.__last))
            return self.__last

        return call

    def __repr__(self) -> str:
        return f"<object {self.__constructor.name}>"
