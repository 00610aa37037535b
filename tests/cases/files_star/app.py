"""Star imports from local modules: with `__all__`, without it, through a package."""

from ffc import *  # noqa: F403
from shapes import *  # noqa: F403
from sizes import *  # noqa: F403

area = "the app's own name"

nodes = [square(SMALL), circle(LARGE, digits=1), triangle(SMALL, LARGE)]  # noqa: F405
for size, node in zip(sizes(), nodes, strict=True):  # noqa: F405
    node.set_name(f"{size}")

flow = RayWorkflow(*nodes, workflow_name="shapes")  # noqa: F405
print([node.get_name() for node in nodes], area)
print(flow.run())
