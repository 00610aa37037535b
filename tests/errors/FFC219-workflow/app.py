from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


flow = RayWorkflow(load("a"), workflow_name="v")
leaf = load(flow)

print(RayWorkflow(leaf, workflow_name="w").run())
