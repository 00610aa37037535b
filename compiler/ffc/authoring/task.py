"""Decorated functions."""

from __future__ import annotations

from functools import update_wrapper

from ffc.authoring import graph
from ffc.authoring.names import default_name
from ffc.authoring.node import Node

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Task:
    """A decorated function: calling it makes a node, and the function runs with the workflow.

    It has the function's name, qualified name, module and docstring, and the function itself as
    `__wrapped__`.
    """

    __wrapped__: Callable[..., Any]

    def __init__(self, function: Callable[..., Any]) -> None:
        update_wrapper(self, function, updated=())

    def __call__(self, *args: Any, **kwargs: Any) -> Node:
        """Return a node for this call. TypeError if an argument cannot be one."""
        function = self.__wrapped__
        return graph.add(Node(default_name(function), function, args, kwargs))

    def __repr__(self) -> str:
        return f"<task {self.__wrapped__!r}>"
