from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
def both(path):
    return RayWorkflow(path, workflow_name="inner").run()


leaf = both("a")

print(RayWorkflow(leaf, workflow_name="w").run())
