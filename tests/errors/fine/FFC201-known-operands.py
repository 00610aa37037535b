from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


total = 1 + 2
many = [load("a")] + [load("b")]
leaf = add(many, -total)

print(RayWorkflow(leaf, workflow_name="w").run())
