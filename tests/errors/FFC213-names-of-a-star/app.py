from ffc import RayWorkflow, task
from shapes import *


@task
def area(size):
    return size * size


print(RayWorkflow(area(2), workflow_name="area").run())
