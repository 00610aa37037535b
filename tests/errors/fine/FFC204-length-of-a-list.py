from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


nodes = [load("a"), load("b")]
print(len(nodes), nodes[0].name)
leaf = load(nodes)

print(RayWorkflow(leaf, workflow_name="w").run())
