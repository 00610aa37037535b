"""functionfuse's names, as of its 2024 releases."""

from .meaning import Dialect, Meaning
from .plugins import BASES, PLUGINS
from .stores import SERIALIZERS, STORAGE
from .tables import helpers

_PLUGINS = ("functionfuse.backends.plugins", "functionfuse.backends.plugins.baseplugins")

DIALECT = Dialect(
    package="functionfuse",
    meanings={
        "functionfuse.workflow": Meaning.TASK,
        "functionfuse.task": Meaning.TASK,
        "functionfuse.workflow.workflow": Meaning.TASK,
        "functionfuse.backends.builtin.rayback.RayWorkflow": Meaning.RAY_WORKFLOW,
        "functionfuse.backends.addons.rayworkflowback.RayWorkflow": Meaning.STORED_WORKFLOW,
        "functionfuse.backends.builtin.localback.LocalWorkflow": Meaning.LOCAL_WORKFLOW,
        **{f"{module}.{name}": what for module in _PLUGINS for name, what in PLUGINS.items()},
    },
    helpers=helpers(
        {
            **dict.fromkeys(_PLUGINS, BASES),
            "functionfuse.storage": STORAGE,
            "functionfuse.storage.storage_factory": STORAGE,
            "functionfuse.serializers": SERIALIZERS,
            "functionfuse.serializers.base": SERIALIZERS,
            "functionfuse.serializers.daskarray": SERIALIZERS,
        }
    ),
)
