from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


models = [load(rate) for rate in (0.1, 1.0)]
assert len(models) == 2, "a pair"
assert models[0] is not models[1]

print(RayWorkflow(add(*models), workflow_name="w").run())
