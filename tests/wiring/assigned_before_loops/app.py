"""Nodes that assignments of all kinds bind, and loops of the driver use and fill."""

import os
from ffc import RayWorkflow, task


@task
def load(kind, n=0):
    return f"{kind} {n}"


x: object = load(1)
[(y, z)] = [(load(2), [load(3)])]
nodes: list = [x, *z]
nodes += [y]
for p in os.environ.get("NO", "p q").split():
    nodes.append(load(x, p))
    y = load(y, x)
    z.append(y)
k = w = y
for p in os.environ.get("NO", "p q").split():
    w = load(w, p)
flow = RayWorkflow(*nodes, *z, y, k, w, workflow_name="w")
print(*flow.run())
