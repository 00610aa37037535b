"""The decorator that makes nodes of step graphs of classes and functions."""

from __future__ import annotations

from ffc.authoring.steps.options import kept
from ffc.authoring.steps.remoteclass import RemoteClass
from ffc.authoring.steps.remotefunction import RemoteFunction
from ffc.authoring.task import Task
from ffc.authoring.taskclass import TaskClass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def remote(target: Any = None, /, **ray_options: Any) -> Any:
    """Make a step, a source, a resource or a task of a class or a function.

    With options alone, return a decorator. TypeError if `target` is of another kind, or is
    decorated already.
    """
    if target is None:
        return lambda target: remote(target, **ray_options)
    if isinstance(target, (RemoteClass, Task, TaskClass)):
        raise TypeError(f"{target!r} is decorated already: decorate it once")
    ray_options = {**kept(target), **ray_options}
    if isinstance(target, type):
        return RemoteClass(target, ray_options)
    if callable(target):
        return RemoteFunction(target, ray_options)
    raise TypeError(f"a step is made of a class or a function, not of {target!r}")
