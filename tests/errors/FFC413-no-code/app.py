from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b  # ffc: ignore


leaf = load("a")  # ffc: ignore[]
print(RayWorkflow(leaf, workflow_name="w").run())  # ffc:ignore FFC401
