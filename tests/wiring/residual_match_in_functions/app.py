"""A `match` in a function, with cases that do nothing; one that ends a loop."""

import os
from ffc import RayWorkflow, task


@task
def load(name, count=1):
    return [name] * count


def pick(kind, node):
    match kind:
        case "fast":
            pass
        case "slow":
            note = "slow"
        case _:
            node = load("other")
    return node


x = load("x")
nodes = [pick(k, x) for k in os.environ.get("K", "fast,slow,b").split(",")]
got = pick(os.environ.get("Q", "fast"), x)
k = os.environ.get("K3", "zz")
for n in (1, 2):
    match k:
        case "a":
            break
        case "zz":
            x = load("a", n)
print(RayWorkflow(got, x, *nodes, workflow_name="kinds").run())
