from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


make = lambda path: load(path)
leaf = make("a")

print(RayWorkflow(leaf, workflow_name="w").run())
