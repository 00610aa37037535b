from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


a = load("a").set_name("data")
leaf = add(a, 1).set_name(f"sum of {a.name} and {a.get_name()!r}")

print(RayWorkflow(leaf, workflow_name="w").run())
