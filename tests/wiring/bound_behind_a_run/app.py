"""Variables that tasks of a run read, and that are bound again behind it."""

from ffc import RayWorkflow, task

SIZE = 2
names = ["a"]


@task
def scaled(value):
    return value * SIZE, names


def total(values):
    return sum(values) * SIZE


first = scaled(1)
print(*RayWorkflow(first, workflow_name="first").run())
SIZE = 3
names = ["b", "c"]
names.append("d")
print(SIZE, names, total([1, 2]))
