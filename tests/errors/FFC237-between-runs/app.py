from ffc import RayWorkflow, task


@task
def work(value):
    return value * size


size = 2
print(RayWorkflow(work(1), workflow_name="w").run())
size = 3
print(RayWorkflow(work(1), workflow_name="w").run())
