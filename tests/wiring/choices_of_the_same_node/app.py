"""Choices that are decided, or that come to the same, beside a loop of the driver."""

import json

from ffc import RayWorkflow, task


@task
def add(number):
    return number + 1


def build(one, label="short"):
    return one if label.startswith("short") else add(one)


flags = json.loads("[0, 2]")
first = add(1)
same = first if flags[0] else first
total = add(first if len(flags) > 1 else 3)
RayWorkflow(total, workflow_name="total").run()
nodes = [build(same), build(add(5), label="long")]
for flag in flags:
    nodes.append(add(flag))
print(RayWorkflow(total, *nodes, workflow_name="all").run())

numbers = [add(number) for number in range(len(flags)) for _ in range(3)]
parts = [add(-2) for number, name in zip(flags, "ab", strict=True)]
called = []
for flag in flags:
    title = f"flag {flag}"
    called.append(add(-3))
print(RayWorkflow(*numbers, *parts, *called, workflow_name="numbers").run())
