from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


try:
    leaf = load("a")
except ValueError:
    leaf = None

print(RayWorkflow(leaf, workflow_name="w").run())
