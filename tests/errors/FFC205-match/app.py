import os

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


kind = os.environ.get("KIND", "a")
match kind:
    case "a":
        leaf = load("a")

print(RayWorkflow(leaf, workflow_name="w").run())
