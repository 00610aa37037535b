from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


pair = load("a")
print(RayWorkflow(pair[0], pair, workflow_name="v").run())
leaves = [load("b"), load("c")]
print(RayWorkflow(*leaves, workflow_name="u").run())
leaf = leaves[0]

print(RayWorkflow(leaf, workflow_name="w").run())
