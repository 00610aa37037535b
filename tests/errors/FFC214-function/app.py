from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def build(path, number):
    return add(load(path), number)


leaf = build("a")

print(RayWorkflow(leaf, workflow_name="w").run())
