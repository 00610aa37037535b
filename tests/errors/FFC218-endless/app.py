from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def build(n):
    load(n)
    return build(n + 1)


leaf = build(0)

print(RayWorkflow(leaf, workflow_name="w").run())
