import contextlib

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


with contextlib.ExitStack():
    leaf = load("a")

print(RayWorkflow(leaf, workflow_name="w").run())
