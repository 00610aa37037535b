from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


leaves = [load(path) for path in ("a", "b")]
leaf = add(*leaves)

print(RayWorkflow(leaf, workflow_name="w").run())
