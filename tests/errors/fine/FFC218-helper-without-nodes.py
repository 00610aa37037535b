from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(RayWorkflow(load(depth(300)), workflow_name="w").run())
