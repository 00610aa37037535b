import settings
from ffc import RayWorkflow, task
from settings import RATE

settings.RATE = 3


@task
def grown(size):
    return size * RATE


print(RayWorkflow(grown(2), workflow_name="grown").run())
