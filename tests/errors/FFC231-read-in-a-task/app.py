import settings
from ffc import RayWorkflow, task


@task
def grown(size):
    return size * settings.RATES


print(RayWorkflow(grown(2), workflow_name="grown").run())
