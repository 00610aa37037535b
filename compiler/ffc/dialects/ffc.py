"""Our own names."""

from .meaning import Dialect, Meaning

DIALECT = Dialect(
    package="ffc",
    meanings={
        "ffc.workflow": Meaning.TASK,
        "ffc.task": Meaning.TASK,
        "ffc.RayWorkflow": Meaning.RAY_WORKFLOW,
        "ffc.LocalWorkflow": Meaning.LOCAL_WORKFLOW,
    },
)
