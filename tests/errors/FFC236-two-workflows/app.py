"""The nodes of a block that prints, of which only the driver knows whether, run in two workflows."""

import os

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def load(path):
    return path


nodes = [load("a")]
if "PATHS" in os.environ:
    print("one more")
    nodes.append(load("b"))

print(RayWorkflow(*nodes, workflow_name="first").run())
print(RayWorkflow(*nodes, workflow_name="second").run())
