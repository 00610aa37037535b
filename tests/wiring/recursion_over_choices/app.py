"""Recursion that known values end, over nodes that the driver chooses."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(number):
    return number


@task
def pair(one, other):
    return [one, other]


def tree(value, depth=2):
    return value if depth <= 0 else pair(tree(value, depth - 1), tree(value, depth - 1))


def chain(value, depth=2):
    return chain(pair(value, depth), depth - 1) if depth else value


def main():
    node = load(1) if os.environ.get("FFC_NOT_SET") else load(2)
    grown = tree(node)
    same = tree(node, 0)
    print(RayWorkflow(grown, same, chain(node), workflow_name="trees").run())


main()
