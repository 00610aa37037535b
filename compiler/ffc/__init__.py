"""ffc: write a workflow in plain Python, run it here, compile it to a Ray driver.

The names an app imports are loaded when they are first used, so that an app does not pay for the
compiler nor the compiler for them.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ffc.authoring.decorator import task, workflow
    from ffc.authoring.flow import LocalWorkflow, RayWorkflow

__all__ = ["LocalWorkflow", "RayWorkflow", "task", "workflow"]

_MODULES = {
    "LocalWorkflow": "ffc.authoring.flow",
    "RayWorkflow": "ffc.authoring.flow",
    "task": "ffc.authoring.decorator",
    "workflow": "ffc.authoring.decorator",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(_MODULES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
