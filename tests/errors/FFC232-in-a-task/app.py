import shapes
from ffc import RayWorkflow, task


@task
def area(kind, size):
    return getattr(shapes, kind)(size)


print(RayWorkflow(area("square", 2), workflow_name="area").run())
