"""Ordinary values that were beside a node in one container go into another."""

from ffc import RayWorkflow, task


@task
def add(a, b=3):
    return a, b


first = [add(1), 5, {"k": 0}]
numbers = []
numbers.append(first[1])
numbers.extend([first[2], 6])
named = {"node": first[0], "parts": [0]}
facts = {}
facts["parts"] = named["parts"]
facts.update(last=first[1])
flow = RayWorkflow(add(numbers, first), add(facts, named), workflow_name="moved")
print(flow.run())
