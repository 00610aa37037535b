from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


(a, b), c = [load("a"), load("b")], 3
pair = add([1], [2])
first, second = pair[0], pair[1]
leaf = add([a, b, c], [first, second])

print(RayWorkflow(leaf, workflow_name="w").run())
