from ffc import RayWorkflow, task
from settings import RATTE


@task
def grown(size):
    return size * RATTE


print(RayWorkflow(grown(2), workflow_name="grown").run())
