import functionfuse as ff
import functionfuser
from functionfuse.backends.builtin import rayback
from functionfused import workflow


@ff.task
def load(path):
    return [functionfuser.__name__, workflow, path]


print(rayback.RayWorkflow(load("a"), workflow_name="w").run())
