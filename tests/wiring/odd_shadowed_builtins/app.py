"""Functions and variables of the app that are called like builtins, in the wiring."""

from ffc import RayWorkflow, task


@task
def sum(values, start=0):
    total = start
    for value in values:
        total += value
    return total


def range(count):
    """Counts from one."""
    number = 1
    found = []
    while number <= count:
        found += [number]
        number += 1
    return found


def len(nodes):
    return f"{nodes.__len__()} nodes"


def build(list, max=2):
    dict = {"max": max}
    for id in range(3):
        list.append(sum([id, max], start=10 * id).set_name(f"id {id}"))
    dict["list"] = list
    return dict


print = print
str = "text"
built = build([sum((7,))])
nodes = built["list"]
flow = RayWorkflow(*nodes, workflow_name=str)
print(len(nodes), built["max"], [node.get_name() for node in nodes])
print(flow.run(), flow.workflow_name)
