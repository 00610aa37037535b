"""Containers that hold nodes and values of the run before, picked apart again."""

from ffc import RayWorkflow, task


@task
def add(a, b=3):
    return a, b


data = add(1)
first = RayWorkflow(data, workflow_name="first")
result = first.run()
held = (result, [data, -2])
before = held[0]
named = {"low": held[0], "high": held[1]}
low = named["low"]
last = add([before, named], [low, held[1]])
second = RayWorkflow(last, workflow_name="second")
print(second.run())
print(before, low)
