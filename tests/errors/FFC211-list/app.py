from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


leaves = [load("a"), load("b")]
print(RayWorkflow(leaves, workflow_name="w").run())
