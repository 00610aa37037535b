"""graphbook's names, as of 0.11 and 0.12, with its Ray mode."""

from .meaning import Dialect
from .steps import PROMPTS, RESOURCES, STEPS, WIRING
from .tables import helpers

DIALECT = Dialect(
    package="graphbook",
    meanings={
        f"{module}.{name}": what
        for module in ("graphbook", "graphbook.ray")
        for name, what in WIRING.items()
    },
    helpers=helpers(
        {
            "graphbook": ("Note", "log"),
            "graphbook.note": ("Note",),
            "graphbook.core.note": ("Note",),
            "graphbook.steps": STEPS,
            "graphbook.core.steps": STEPS,
            "graphbook.core.steps.base": STEPS,
            "graphbook.resources": RESOURCES,
            "graphbook.core.resources": RESOURCES,
            "graphbook.core.resources.base": RESOURCES,
            "graphbook.prompts": PROMPTS,
            "graphbook.core.prompts": PROMPTS,
        }
    ),
)
