from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
def both(a, b):
    return add(load(a), b)


leaf = both("a", "b")

print(RayWorkflow(leaf, workflow_name="w").run())
