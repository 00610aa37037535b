import json

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


leaf = load("a")
print(json.dumps(RayWorkflow(leaf, workflow_name="v").run()))

print(RayWorkflow(leaf, workflow_name="w").run())
