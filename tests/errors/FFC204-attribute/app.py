import types

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


here = types.SimpleNamespace()
here.leaf = load("a")
leaf = load("b")

print(RayWorkflow(leaf, workflow_name="w").run())
