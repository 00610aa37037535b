from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


class Build:
    leaf = load("a")


print(RayWorkflow(Build.leaf, workflow_name="w").run())
