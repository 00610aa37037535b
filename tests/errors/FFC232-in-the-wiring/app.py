import shapes
from ffc import RayWorkflow, task


@task
def area(size):
    return shapes.square(size)


print(vars(shapes))
print(RayWorkflow(area(2), workflow_name="area").run())
