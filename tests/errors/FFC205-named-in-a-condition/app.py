import os

from ffc import RayWorkflow, task


@task
def load(path):
    return len(path)


node = load(".")
if "NAME" in os.environ:
    node.set_name(os.environ["NAME"])

print(RayWorkflow(node, workflow_name="w").run())
