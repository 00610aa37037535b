"""Conditions of the driver of which only the second part matters to the run."""

import os

from ffc import RayWorkflow, task


@task
def double(number):
    return 2 * number


kind = os.environ.get("NO_KIND", "red")
nodes = []
if kind == "blue":
    unused = 3
else:
    nodes.append(double(1))
if kind in ("red", "green"):
    nodes.append(double(2))
elif not kind:
    unused = 4
else:
    nodes.append(double(3))
if kind is None:
    unused = 5
else:
    nodes.append(double(4))
if not kind:
    unused = 6
else:
    nodes.append(double(5))
print(RayWorkflow(*nodes, workflow_name="doubled").run())
