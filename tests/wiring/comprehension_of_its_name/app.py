"""Comprehensions whose elements take what the variable held that they are given to."""

from ffc import RayWorkflow, task


@task
def add(*numbers):
    return sum(numbers) + 1


RATES = (3, 1, 2)
nodes = [add(rate) for rate in RATES]
first = nodes[0]
nodes = [add(*nodes, rate) for rate in RATES]
nodes = [*nodes, *[add(nodes[0], nodes[1], nodes[2], rate) for rate in RATES]]
print(RayWorkflow(first, *nodes, workflow_name="all").run())
