from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


print(RayWorkflow(load("a"), workflow_name="w").run())
