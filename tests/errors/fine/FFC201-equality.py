from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


a, b = load("a"), load("b")
same = a == b
leaf = add(a, b)

print(RayWorkflow(leaf, workflow_name="w").run())
