"""Loops of the driver over items of results, which bind what held a node before."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(number):
    return [number, number + 1]


@task
def use(value, *others):
    return value, others


def main():
    counts = [load(number) for number in map(int, os.environ.get("FFC_NOT_SET", "1 2").split())]
    count = counts.count(0)
    first, second = load(3), load(5)
    count = RayWorkflow(second, workflow_name="second").run()
    print(count)
    one = first
    for place, one in enumerate(RayWorkflow(first[0], second[1], workflow_name="items").run()):
        print(place, one)
    found = RayWorkflow(first, workflow_name="first").run()
    node = load(7)
    for one in found:
        if one > 3:
            node = [one]
    print(RayWorkflow(use(node[0], *counts), workflow_name="all").run())


main()
