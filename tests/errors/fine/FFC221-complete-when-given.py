from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


parts = [load("a")]
parts.append(load("b"))
names = {}
names["parts"] = parts
other = list(parts)
leaf = add(names, 1)
other.append(load("c"))
leaf = add(leaf, other)

print(RayWorkflow(leaf, workflow_name="w").run())
