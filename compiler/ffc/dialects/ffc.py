"""Our own names."""

from .meaning import Dialect, Meaning
from .plugins import BASES, PLUGINS
from .steps import PROMPTS, RESOURCES, STEPS, WIRING
from .stores import SERIALIZERS, STORAGE
from .tables import helpers

DIALECT = Dialect(
    package="ffc",
    meanings={
        "ffc.workflow": Meaning.TASK,
        "ffc.task": Meaning.TASK,
        "ffc.RayWorkflow": Meaning.RAY_WORKFLOW,
        "ffc.LocalWorkflow": Meaning.LOCAL_WORKFLOW,
        **{f"ffc.{name}": what for name, what in WIRING.items()},
        **{f"ffc.{name}": what for name, what in PLUGINS.items()},
        **{f"ffc.plugins.{name}": what for name, what in PLUGINS.items()},
    },
    helpers=helpers(
        {
            "ffc": ("Note", *BASES, *STEPS, *RESOURCES, *STORAGE),
            "ffc.plugins": BASES,
            "ffc.serializers": SERIALIZERS,
            "ffc.steps": STEPS,
            "ffc.resources": RESOURCES,
            "ffc.prompts": PROMPTS,
        }
    ),
)
