from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


a = load("a")
leaf = add(1, -a[0])

print(RayWorkflow(leaf, workflow_name="w").run())
