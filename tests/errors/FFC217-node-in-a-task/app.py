from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


base = load("a")


@task
def more(x):
    return base + x


leaf = add(base, more([1]))

print(RayWorkflow(leaf, workflow_name="w").run())
