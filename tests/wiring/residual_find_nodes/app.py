"""How many nodes there are, and what they are called, only the driver knows."""

import os

from ffc import RayWorkflow, task


@task
def observe(place):
    return len(place)


@task
def total(values):
    return sum(values)


places = os.environ.get("PLACES_TO_SEE", "north south east").split()
values = [observe(place).set_name(f"observe {place}") for place in places]
flow = RayWorkflow(total(values).set_name("total"), workflow_name="places")

print(len(flow.find_nodes()), "nodes")
for node in flow.find_nodes("observe .*th"):
    print(node.get_name())
flow.query("observe .*th").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in values], flow.run())

wanted = os.environ.get("PATTERN_OF_PLACES", "observe .o.*")
print([node.name for node in flow.find_nodes(wanted)])
found = flow.find_nodes(wanted)
sums = RayWorkflow(total(found), *found, workflow_name="sums")
print(sums.run())
