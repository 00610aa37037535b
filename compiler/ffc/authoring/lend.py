"""The names of other frameworks, for apps that import them where they are not installed."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

from ffc import plugins, prompts, resources, serializers, steps
from ffc.authoring.decorator import task, workflow
from ffc.authoring.flow import LocalWorkflow, RayWorkflow
from ffc.authoring.steps.init import init
from ffc.authoring.steps.options import options
from ffc.authoring.steps.remote import remote
from ffc.authoring.steps.run import run, run_async
from ffc.authoring.storage import storage_factory
from ffc.runtime.steps.note import Note

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIRING: dict[str, object] = {
    "init": init,
    "options": options,
    "remote": remote,
    "run": run,
    "run_async": run_async,
}
_PLUGINS = {name: getattr(plugins, name) for name in plugins.__all__}
_STEPS = {name: getattr(steps, name) for name in steps.__all__}
_RESOURCES = {name: getattr(resources, name) for name in resources.__all__}
# Loaded when they are asked for: not everyone has Dask.
_SERIALIZERS: dict[str, object] = {"__getattr__": serializers.__getattr__}
_PROMPTS = {name: getattr(prompts, name) for name in prompts.__all__}

# A package comes before its modules, and its own names win over theirs: the package functionfuse
# has a function where it also has a module.
_MODULES: dict[str, dict[str, object]] = {
    "functionfuse": {"workflow": workflow, "task": task},
    "functionfuse.workflow": {"workflow": workflow, "task": task},
    "functionfuse.backends": {},
    "functionfuse.backends.builtin": {},
    "functionfuse.backends.builtin.localback": {"LocalWorkflow": LocalWorkflow},
    "functionfuse.backends.builtin.rayback": {"RayWorkflow": RayWorkflow},
    "functionfuse.backends.plugins": _PLUGINS,
    "functionfuse.backends.plugins.baseplugins": _PLUGINS,
    "functionfuse.backends.addons": {},
    # Its `run()` takes nothing and gives the results: a local workflow's.
    "functionfuse.backends.addons.rayworkflowback": {"RayWorkflow": LocalWorkflow},
    "functionfuse.storage": {"storage_factory": storage_factory},
    "functionfuse.storage.storage_factory": {"storage_factory": storage_factory},
    "functionfuse.serializers": _SERIALIZERS,
    "functionfuse.serializers.base": _SERIALIZERS,
    "functionfuse.serializers.daskarray": _SERIALIZERS,
    "graphbook": {**_WIRING, "Note": Note, "log": steps.log},
    "graphbook.ray": _WIRING,
    "graphbook.note": {"Note": Note},
    "graphbook.steps": _STEPS,
    "graphbook.resources": _RESOURCES,
    "graphbook.prompts": _PROMPTS,
    "graphbook.core": {},
    "graphbook.core.note": {"Note": Note},
    "graphbook.core.steps": _STEPS,
    "graphbook.core.steps.base": _STEPS,
    "graphbook.core.resources": _RESOURCES,
    "graphbook.core.resources.base": _RESOURCES,
    "graphbook.core.prompts": _PROMPTS,
}


@contextmanager
def lend() -> Iterator[None]:
    """Within `with lend():`, let the frameworks that cannot be found be imported from ffc.

    A framework that is installed, or found anywhere else on `sys.path`, is left as it is.
    """
    frameworks = {name for name in _MODULES if "." not in name and not _is_there(name)}
    lent = [name for name in _MODULES if name.partition(".")[0] in frameworks]
    for name in lent:
        sys.modules[name] = _module(name)
    try:
        yield
    finally:
        for name in lent:
            sys.modules.pop(name, None)


def _is_there(framework: str) -> bool:
    return framework in sys.modules or find_spec(framework) is not None


def _module(name: str) -> ModuleType:
    module = ModuleType(name, "Lent by ffc: the framework is not installed.")
    module.__path__ = []
    vars(module).update(_MODULES[name])
    package, _, own_name = name.rpartition(".")
    if package and own_name not in _MODULES[package]:
        setattr(sys.modules[package], own_name, module)
    return module
