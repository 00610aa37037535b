from ffc import RayWorkflow, task

from .units import METRE


@task
def area(side):
    return side * METRE


print(RayWorkflow(area(2), workflow_name="area").run())
