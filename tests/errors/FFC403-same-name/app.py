from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


leaf = add(load("a").set_name("data"), load("b").set_name("data"))

print(RayWorkflow(leaf, workflow_name="w").run())
