from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


first = RayWorkflow(load("a"), workflow_name="v").run()
leaf = load("b")
if len(first) > 3:
    leaf = add(leaf, 1)

print(RayWorkflow(leaf, workflow_name="w").run())
