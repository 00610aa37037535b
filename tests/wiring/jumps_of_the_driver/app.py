"""Loops over known rows that the driver leaves early."""

import os

from ffc import RayWorkflow, task

DONE = os.environ.get("DONE", "ore copper").split()


@task
def mine(name, depth=1):
    return f"{name} from {depth} m"


@task
def melt(*batches):
    return " + ".join(batches)


batches = []
for name in ["ore", "coal", "copper"]:
    if name in DONE:
        print("enough", name)
        continue
    batches.append(mine(name).set_name(f"mine {name}"))

# Which of the nodes is used, the driver finds out.
sources = [("shallow", mine("tin", 5)), ("deep", mine("tin", 80))]
for kind, source in sources:
    chosen = "nothing"
    if kind in DONE:
        break
    chosen = source
else:
    chosen = mine("tin", 200)
batches.append(melt(chosen, chosen))

# A loop in a loop, each with an end of its own.
for name in ("zinc", "lead"):
    for depth in (10, 20, 30):
        if f"{name} {depth}" in DONE:
            break
        try:
            if depth > 10 and name in "lead silver":
                print("no deeper for", name)
                break
            batches.append(mine(name, depth))
        finally:
            print(name, depth)
    else:
        batches.append(mine(name, 99))

level = 0
while True:
    level += 10
    if level > len(batches) * 3:
        break
    batches.append(mine("salt", level))

flow = RayWorkflow(melt(*batches), *batches, workflow_name="works")
flow.query("mine coal").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
