"""Lists and dicts that get nodes and ordinary values one by one."""

from ffc import RayWorkflow, task


@task
def add(a, b=3):
    return a, b


def described(value):
    facts = {}
    facts["kind"] = "node"
    facts["value"] = value
    facts["both"] = [value, 2]
    facts["length"] = 1
    return add(facts)


first = add(1)
named = {}
named["before"] = 0
named["node"] = first
named["after"] = (1, 2)
listed = []
listed.append(first)
listed.append(3)
listed.append(named["after"])
unused = {}
unused["node"] = first
unused["number"] = 7
flow = RayWorkflow(add(named, listed), described(first[0]), workflow_name="filled")
print(flow.run())
