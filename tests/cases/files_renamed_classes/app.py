"""Classes of equal names in two modules: each still shows the name that it has."""

import curved
import straight
from ffc import RayWorkflow, task
from straight import Size


@task
def area(shape):
    return repr(shape), shape.area()


@task
def name(size):
    return f"{size!r} {size.name}"


shapes = [straight.Shape(3), curved.Shape(4)]
nodes = [area(shape) for shape in shapes]
nodes += [name(size) for size in straight.Size]
nodes += [name(curved.Size.LARGE), name(Size.LARGE)]
print(*RayWorkflow(*nodes, workflow_name="shapes").run(), sep="\n")
