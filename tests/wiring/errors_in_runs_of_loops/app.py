"""Runs in a loop of the driver that wait for nodes of conditions and loops."""

import json

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def positive(number):
    if number < 0:
        raise ValueError(number)
    return number


@workflow
def negated(number):
    if number == 3:
        raise ValueError(number)
    return -number


for number in json.loads("[1, -2, 3, 4]"):
    node = positive(number)
    if number % 2:
        negated(node)
    for more in json.loads("[1, 0]"):
        if number > more:
            negated(node).set_name(f"{number} {more}")
    try:
        RayWorkflow(node, *[positive(number + 1)], workflow_name="numbers").run()
        print(number, "is fine")
    except ValueError:
        print(number, "has failed")
