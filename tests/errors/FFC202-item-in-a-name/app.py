from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


a = load("a")
leaf = add(a, 1).set_name(f"sum of {a[0]!r} and 1")

print(RayWorkflow(leaf, workflow_name="w").run())
