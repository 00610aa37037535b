from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflw


@workflow
def load(path):
    return [path]


print(RayWorkflw(load("a"), workflow_name="w").run())
