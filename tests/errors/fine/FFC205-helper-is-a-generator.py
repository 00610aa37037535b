from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def numbers():
    yield 1


double = lambda x: 2 * x
leaf = add(list(numbers()), double(2))

print(RayWorkflow(leaf, workflow_name="w").run())
