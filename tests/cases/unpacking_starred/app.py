"""Starred targets, of nodes and of constants."""

from ffc import RayWorkflow, task


@task
def square(x):
    return x * x


@task
def total(first, others):
    return first, sum(others)


low, *middle, high = 1, 2, 3, 4
first, *others = square(low), square(middle[0]), square(high)

flow = RayWorkflow(total(first, others), workflow_name="squares")
print(flow.run(), middle)
