"""Names of nodes, asked for where only the driver knows which nodes these are."""

import os

from ffc import RayWorkflow, task

places = os.environ.get("PLACES_TO_SEE", "north south east north-east").split()


@task
def observe(place, scale=1):
    return len(place) * scale


@task
def pair(one, other, title=""):
    return f"{title}{one}+{other}"


@task
def total(values):
    return sum(values)


base = observe("everywhere").set_name("base")
known = []
for scale in (2, 3):
    known.append(observe("here", scale).set_name(f"here {scale}"))
for place in places:
    if "-" in place:
        known.append(observe(place).set_name(f"mixed {place}"))
by_name = {node.get_name(): node for node in known}
print(sorted(by_name), sorted({node.name for node in known if node.name > "here 2"}))

last = base
pairs = []
for node in known:
    title = f"{last.get_name()} and {node.get_name()}: "
    pairs.append(pair(last, node, title=title).set_name(f"pair {node.name}"))
    last = node
chosen = known[0] if len(places) > 2 else known[1]
print("last:", last.get_name(), "chosen:", chosen.name)
whole = total([*known, base]).set_name("total")
flow = RayWorkflow(whole, *pairs, workflow_name="places")
flow.query("pair.*").set_remote_args({"num_cpus": 0.5})
for node in pairs:
    print(node.get_name())
results = flow.run()
for node, result in zip(pairs, results[1:], strict=True):
    print(f"{node.name} gives {result}")
