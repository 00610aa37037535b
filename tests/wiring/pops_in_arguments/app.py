"""Nodes that are taken out of a list as arguments, several in one call."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(number):
    return number


@task
def both(one, other):
    return [one, other]


def main():
    left = [load(number) for number in range(5)]
    left.append(both(left.pop(0), left.pop(0)))
    while len(left) > 2:
        left.append(both(left.pop(), left.pop(0)))
    for number in os.environ.get("FFC_NOT_SET", "7 8").split():
        left.append(both(left.pop(0), int(number)))
    print(*RayWorkflow(*left, workflow_name="left").run(), sep="\n")


main()
