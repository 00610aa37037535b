from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


first = RayWorkflow(load("a"), workflow_name="v").run()
print(first + ["b"], first == ["a"])
leaf = load("c")

print(RayWorkflow(leaf, workflow_name="w").run())
