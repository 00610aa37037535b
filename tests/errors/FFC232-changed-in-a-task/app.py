import settings
from ffc import RayWorkflow, task


@task
def grown(size):
    settings.RATE = 3
    return size * settings.RATE


print(RayWorkflow(grown(2), workflow_name="grown").run())
