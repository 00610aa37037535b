"""Nodes that no run reaches are left out, with a warning."""

# warns: FFC401
# warns: FFC401

from ffc import RayWorkflow, task


@task
def half(x):
    return x / 2


@task
def double(x):
    return 2 * x


a = half(3)
b = double(4)
c = double(b)
flow = RayWorkflow(a, workflow_name="one")
print(flow.run(), len(flow.find_nodes()))
