from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


data = load("a")
report = add(data, 1)
leaf = data

print(RayWorkflow(leaf, workflow_name="w").run())
