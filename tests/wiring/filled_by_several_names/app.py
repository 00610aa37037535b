"""Containers with several names: a loop fills them by one, other code by another."""

import json

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def add(x):
    return x + 1


def fill(nodes):
    for n in json.loads("[1, 2]"):
        nodes.append(add(n))
    nodes.append(add(60))


found = []
same = found
fill(found)
same.append(add(6))
same += [add(7)]
by = {}
other = by
for n in json.loads("[3, 4]"):
    by[n] = add(n + 10)
other[100] = add(20)
print(len(by), len(other), len(found), len(same))
print(RayWorkflow(*found, *by.values(), workflow_name="all").run(return_results=True))
