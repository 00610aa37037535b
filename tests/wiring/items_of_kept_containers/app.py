"""Nodes under keys and indices that only the driver knows, and lists of them."""

import os

from ffc import RayWorkflow, task

NAMES = os.environ.get("NAMES", "ore tin coal").split()


@task
def mine(name, depth=1):
    return f"{name} from {depth} m"


@task
def melt(*batches):
    return " + ".join(batches)


shafts = [mine("first"), mine("second")]
by_name = {"start": mine("start")}
groups = {}
for number, name in enumerate(NAMES):
    shafts[number % 2] = melt(mine(name), shafts[0])
    by_name[name] = mine(name, 5)
    groups[name] = [by_name[name], mine(name, 9)]
    groups[name].append(shafts[1])
    by_name["last"] = by_name[name]

melted = [melt(*group) for group in groups.values()]
flow = RayWorkflow(*shafts, by_name["last"], *melted, workflow_name="works")
print({name: len(group) for name, group in groups.items()})
for name in by_name:
    print(name)
print(*flow.run(), sep="\n")
