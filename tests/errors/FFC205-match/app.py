import os

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b



def chosen(kind):
    match kind:
        case "a":
            return load("a")
    return load("b")


leaf = add(chosen(os.environ.get("KIND", "a")), ["c"])
print(RayWorkflow(leaf, workflow_name="w").run())
