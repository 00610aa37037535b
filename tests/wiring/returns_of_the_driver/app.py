"""Functions that make nodes and return where only the driver knows."""

import os

from ffc import RayWorkflow, task

DONE = os.environ.get("DONE", "ore 4").split()


@task
def mine(name, depth=1):
    return f"{name} from {depth} m"


@task
def melt(*batches):
    return " + ".join(str(batch) for batch in batches)


def metal(name):
    """Two nodes, or one."""
    if name in DONE:
        return mine(name).set_name(f"mine {name}")
    deep = mine(name, 50)
    return melt(deep, name)


def first_of(names):
    for name in names:
        if name in DONE:
            return mine(name, 2)
        print("no", name)
    return None


def depth_of(text):
    try:
        depth = int(text)
    except ValueError:
        return None
    return mine("salt", depth)


def add(name):
    if name in DONE or not name:
        return
    batches.append(mine(name, 3))


batches = []
ore = metal("ore")
batches.append(melt(ore, metal("tin")))
add("coal")
add("ore")
found = first_of(["zinc", "ore", "lead"])
missing = first_of(["zinc"])
if missing is None:
    print("none")
batches.append(melt(found, missing))
deep = depth_of(DONE[1])
batches.append(melt(deep, depth_of(DONE[0])))

flow = RayWorkflow(melt(*batches), *batches, workflow_name="works")
flow.query("mine .*").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
