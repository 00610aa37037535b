"""Pairs of nodes are joined until one is left; each is taken out once."""

import os

from ffc import RayWorkflow, task


@task
def measure(place):
    return [place]


@task
def join(first, second):
    return first + second


waiting = [measure(place) for place in ("roof", "attic", "hall", "cellar")]
while len(waiting) > 1:
    waiting.append(join(waiting.pop(0), waiting.pop(0)))

others = [measure("yard"), measure("shed")]
others.append(join(others.pop(), others.pop(0)))
for place in os.environ.get("PLACES", "street").split():
    others.append(measure(place))
print(RayWorkflow(*waiting, *others, workflow_name="house").run())
