import settings
from ffc import RayWorkflow, task

settings.RATE = 3

from settings import RATE  # noqa: E402


@task
def grown(size):
    return size * RATE + settings.START


settings.START = 5
print(RayWorkflow(grown(2), workflow_name="grown").run())
