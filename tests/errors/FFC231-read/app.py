import settings
from ffc import RayWorkflow, task


@task
def grown(size, rate):
    return size * rate


print(RayWorkflow(grown(2, settings.GROWTH), workflow_name="grown").run())
