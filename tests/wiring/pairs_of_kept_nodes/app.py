"""Comprehensions over nodes that a comprehension before them has picked."""

from itertools import combinations
from ffc import RayWorkflow, task


@task
def f(x):
    return x


@task
def versus(a, b):
    return a - b


models = {}
for k in range(4):
    models[k] = f(k)
deep = [node for key, node in models.items() if key >= 0]
pairs = [versus(one, other) for one, other in combinations(deep, 2)]
print(RayWorkflow(*pairs, workflow_name="w").run())
