from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


nodes = [load("a")]
nodes.extend(nodes)
nodes.extend(nodes)
nodes.extend(nodes)
nodes.extend(nodes)
nodes.extend(nodes)
nodes.extend(nodes)
nodes.extend(nodes)
nodes.extend(nodes)
leaf = load(nodes)

print(RayWorkflow(leaf, workflow_name="w").run())
