import sys

from ffc import RayWorkflow, task


@task
def leaf(number):
    return [number]


@task
def merge(one, other):
    return one + other


def tree(low, high):
    if high - low < 2:
        return leaf(low)
    middle = (low + high) // 2
    return merge(tree(low, middle), tree(middle, high))


print(RayWorkflow(tree(0, len(sys.argv) + 3), workflow_name="w").run())
