from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


leaves = [load("a")]
if leaves:
    leaf = leaves[0]

print(RayWorkflow(leaf, workflow_name="w").run())
