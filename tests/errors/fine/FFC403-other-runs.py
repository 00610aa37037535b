from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


first = load("a").set_name("data")
print(RayWorkflow(first, workflow_name="v").run())
second = load("b").set_name("data")
first.set_name("other")
leaf = second

print(RayWorkflow(leaf, workflow_name="w").run())
