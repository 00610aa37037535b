"""Decorated classes."""

from __future__ import annotations

from functools import update_wrapper

from ffc.authoring import graph
from ffc.authoring.instance import Instance
from ffc.authoring.names import default_name
from ffc.authoring.node import Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class TaskClass:
    """A decorated class: calling it makes a constructor node, and returns what has its methods.

    It has the class's name, qualified name, module and docstring, and the class itself as
    `__wrapped__`. A class that derives from it derives from the class itself.
    """

    __wrapped__: type[Any]

    def __init__(self, cls: type[Any]) -> None:
        update_wrapper(self, cls, updated=())

    def __call__(self, *args: Any, **kwargs: Any) -> Instance:
        """Return an object whose methods make nodes. TypeError if an argument cannot be one."""
        cls = self.__wrapped__
        return Instance(cls, graph.add(Node(default_name(cls), cls, args, kwargs)))

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type[Any]]:
        return (self.__wrapped__,)

    def __repr__(self) -> str:
        return f"<task {self.__wrapped__!r}>"
