from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


base = load("a")


@task
def more(x=base):
    return x


leaf = add(base, more())

print(RayWorkflow(leaf, workflow_name="w").run())
