import os

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


path = "a"
if os.environ.get("MORE"):
    path = "b"
leaf = load(path)

print(RayWorkflow(leaf, workflow_name="w").run())
