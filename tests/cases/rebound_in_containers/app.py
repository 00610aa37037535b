"""A variable is in a container with a node, and has another value when that is used."""

from ffc import RayWorkflow, task


@task
def add(a, b=3):
    return a, b


numbers = [7]
size = len(str(numbers))
listed = [numbers[0], add(size), size]
named = {"size": size, "node": add(0)}
numbers = {"low": 2}
size = "changed"
last = add([numbers, listed], {"size": size, "named": named})
flow = RayWorkflow(last, workflow_name="rebound")
print(flow.run())
