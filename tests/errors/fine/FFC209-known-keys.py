from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


KEY = "a"
pair = add([1, 2], [{"a": 3}])
leaf = load([pair[0], pair[-1], load({"a": 1})[KEY], pair[1:], pair[1 + 1]])

print(RayWorkflow(leaf, workflow_name="w").run())
