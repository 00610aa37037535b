"""The decorator that makes tasks of functions and classes."""

from __future__ import annotations

from ffc.authoring.task import Task
from ffc.authoring.taskclass import TaskClass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, overload

if TYPE_CHECKING:

    @overload
    def workflow(function: type[Any]) -> TaskClass: ...
    @overload
    def workflow(function: Callable[..., Any]) -> Task: ...


def workflow(function: Callable[..., Any]) -> Task | TaskClass:
    """Make a task of a function or a class: calling it makes a node, and nothing runs.

    TypeError if `function` is neither, or is a task already.
    """
    if isinstance(function, (Task, TaskClass)):
        raise TypeError(f"{function!r} is a task already: decorate it once")
    if isinstance(function, type):
        return TaskClass(function)
    if callable(function):
        return Task(function)
    raise TypeError(f"a task is made of a function or a class, not of {function!r}")


task = workflow
