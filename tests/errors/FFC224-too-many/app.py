from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


models = [load(rate) for rate in (0.1, 0.5, 1.0)]
assert len(models) == 2, "a pair"

print(RayWorkflow(add(*models[:2]), workflow_name="w").run())
