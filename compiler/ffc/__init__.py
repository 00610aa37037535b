"""ffc: write a workflow in plain Python, run it here, compile it to a Ray driver.

The names an app imports are loaded when they are first used, so that an app does not pay for the
compiler nor the compiler for them.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ffc import prompts, resources, serializers, steps
    from ffc.authoring.decorator import task, workflow
    from ffc.authoring.flow import LocalWorkflow, RayWorkflow
    from ffc.authoring.steps.init import init
    from ffc.authoring.steps.options import options
    from ffc.authoring.steps.remote import remote
    from ffc.authoring.steps.run import run, run_async
    from ffc.authoring.storage import storage_factory
    from ffc.plugins import InitializerPlugin, Plugin, PluginCollection, RandomStatePlugin
    from ffc.resources import (
        DictResource,
        FunctionResource,
        ListResource,
        NumberResource,
        Resource,
    )
    from ffc.runtime.steps.note import Note
    from ffc.steps import (
        BatchStep,
        Copy,
        GeneratorSourceStep,
        PromptStep,
        SourceStep,
        Split,
        SplitByItems,
        SplitItemField,
        Step,
        StepOutput,
        log,
    )

_NAMES = {
    "ffc": "prompts resources serializers steps",
    "ffc.authoring.decorator": "task workflow",
    "ffc.authoring.flow": "LocalWorkflow RayWorkflow",
    "ffc.authoring.steps.init": "init",
    "ffc.authoring.steps.options": "options",
    "ffc.authoring.steps.remote": "remote",
    "ffc.authoring.steps.run": "run run_async",
    "ffc.authoring.storage": "storage_factory",
    "ffc.plugins": "InitializerPlugin Plugin PluginCollection RandomStatePlugin",
    "ffc.resources": "DictResource FunctionResource ListResource NumberResource Resource",
    "ffc.runtime.steps.note": "Note",
    "ffc.steps": "BatchStep Copy GeneratorSourceStep PromptStep SourceStep Split SplitByItems "
    "SplitItemField Step StepOutput log",
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = [
    "BatchStep",
    "Copy",
    "DictResource",
    "FunctionResource",
    "GeneratorSourceStep",
    "InitializerPlugin",
    "ListResource",
    "LocalWorkflow",
    "Note",
    "NumberResource",
    "Plugin",
    "PluginCollection",
    "PromptStep",
    "RandomStatePlugin",
    "RayWorkflow",
    "Resource",
    "SourceStep",
    "Split",
    "SplitByItems",
    "SplitItemField",
    "Step",
    "StepOutput",
    "init",
    "log",
    "options",
    "prompts",
    "remote",
    "resources",
    "run",
    "run_async",
    "serializers",
    "steps",
    "storage_factory",
    "task",
    "workflow",
]


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    if _MODULES[name] == __name__:
        return import_module(f"{__name__}.{name}")
    value = globals()[name] = getattr(import_module(_MODULES[name]), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
