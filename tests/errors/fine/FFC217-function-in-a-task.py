from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
def outer(x):
    def inner(y):
        return 2 * y

    return inner(x)


def plain():
    def helper():
        return 1

    return helper()


leaf = add(outer(1), plain())

print(RayWorkflow(leaf, workflow_name="w").run())
