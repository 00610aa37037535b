from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def build(n):
    if n == 0:
        return load(0)
    return add(build(n - 1), n)


leaf = build(20)

print(RayWorkflow(leaf, workflow_name="w").run())
