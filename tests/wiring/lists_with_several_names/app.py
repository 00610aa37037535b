"""A list of nodes that a loop fills, and others by other names."""

from ffc import RayWorkflow, task


@task
def add(a, b=1):
    return a + b


nodes = [add(1), add(2)]
for n in (1, 2, 3):
    nodes.append(add(nodes[-1], n))

last = nodes
last.append(add(7))
more = last
more += [add(8), add(9)]
print(*RayWorkflow(*nodes, workflow_name="all").run())
