from ffc import RayWorkflow, task


@task
def work(value, size):
    return value * size + offset


offset = 1
size = 2
offset = 3
print(RayWorkflow(work(1, size), workflow_name="w").run())
size = 3
print(RayWorkflow(work(1, size), workflow_name="w").run())
