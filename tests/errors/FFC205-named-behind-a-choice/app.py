import os

from ffc import RayWorkflow, task


@task
def quick(size):
    return size


@task
def thorough(size):
    return size * 2


node = quick(1) if "FAST" in os.environ else thorough(1)
label = os.environ.get("LABEL", "a")
node.set_name(f"node {label}")

print(RayWorkflow(node, workflow_name="w").run())
