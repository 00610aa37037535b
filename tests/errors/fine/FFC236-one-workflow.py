"""The nodes of a loop that the driver goes through run in one workflow, others in another."""

import os

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def load(path):
    return path


nodes = []
for path in os.environ.get("PATHS", "a b").split():
    nodes.append(load(path))

print(RayWorkflow(*nodes, workflow_name="first").run())
print(RayWorkflow(load("c"), workflow_name="second").run())
