from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def ping(n):
    return pong(add(n, 1))


def pong(n):
    return ping(add(n, 2))


leaf = ping(0)

print(RayWorkflow(leaf, workflow_name="w").run())
