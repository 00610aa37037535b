from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def chain(paths):
    nodes = [load(path) for path in paths]
    assert len(nodes) > 1, "too few"
    return nodes


print(RayWorkflow(*chain(["a"]), workflow_name="w").run())
