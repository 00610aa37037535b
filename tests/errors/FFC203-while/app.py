from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


leaf = load("a")
while leaf:
    leaf = add(leaf, 1)

print(RayWorkflow(leaf, workflow_name="w").run())
