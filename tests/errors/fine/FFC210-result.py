from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


one, two = RayWorkflow(load("a"), load("b"), workflow_name="v").run()
leaf = add(one, two)

print(RayWorkflow(leaf, workflow_name="w").run())
