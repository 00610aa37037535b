from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


points, labels = load("a")
leaf = add(points, labels)

print(RayWorkflow(leaf, workflow_name="w").run())
