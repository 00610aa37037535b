import shapes
from ffc import RayWorkflow, task

AREAS = {"square": shapes.square, "circle": shapes.circle}


@task
def area(kind, size):
    return AREAS[kind](size)


for module in [shapes]:
    print(module.__name__, module.square(3))
shapes.PI = 3
print(RayWorkflow(area("square", 2), workflow_name="area").run())
