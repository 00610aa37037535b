"""Nodes that are taken out of a list into variables, which hold others later."""

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(number):
    return number


@task
def use(node):
    return [node]


def main():
    left = [load(number) for number in range(4)]
    node = left.pop()
    used = [use(node)]
    first, node = left.pop(0), load(5)
    used.append(use(first))
    rows = [load(number) for number in (7, 8)]
    print(RayWorkflow(*left, *rows, *used, node, workflow_name="left").run())


main()
