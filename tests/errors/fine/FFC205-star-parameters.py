from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def build(*paths):
    return load(paths)


leaf = build("a", "b")

print(RayWorkflow(leaf, workflow_name="w").run())
