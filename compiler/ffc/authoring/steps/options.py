"""The decorator that gives Ray options, beneath `remote` or above it."""

from __future__ import annotations

from ffc.authoring.steps.remoteclass import RemoteClass
from ffc.authoring.steps.remotefunction import RemoteFunction
from ffc.authoring.task import Task
from ffc.authoring.taskclass import TaskClass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

_KEPT = "__ray_options__"


def options(**ray_options: Any) -> Callable[[Any], Any]:
    """Return a decorator for what `remote` makes, or for what it will be made of.

    That raises TypeError for a task: its options are given by a query of the workflow.
    """

    def decorate(target: Any) -> Any:
        if isinstance(target, (RemoteClass, RemoteFunction)):
            return target.options(**ray_options)
        if isinstance(target, (Task, TaskClass)):
            raise TypeError(f"options are for what remote() makes, not for {target!r}")
        setattr(target, _KEPT, {**kept(target), **ray_options})
        return target

    return decorate


def kept(target: object) -> Mapping[str, Any]:
    """Return the options that `target` itself was given, not those of a class it derives from."""
    found: Mapping[str, Any] = getattr(target, "__dict__", {}).get(_KEPT, {})
    return found
