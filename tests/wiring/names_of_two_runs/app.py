"""Names made of variables that are bound again before the nodes run once more."""

import os

from ffc import RayWorkflow, task

suffix = os.environ.get("SUFFIX_OF_NAMES", "x")


@task
def load(size):
    return list(range(size))


@task
def add(values, number):
    return [value + number for value in values]


values = load(2)
for size in (3, 4):
    label = f"{size}{suffix}"
    values = add(values, size).set_name(f"add {label}")
    if size == 4:
        other = add(values, 1).set_name(f"more of {label}")
label = "done"
flow = RayWorkflow(values, other, workflow_name="sums")
flow.query("add 3.").set_remote_args({"num_cpus": 0.5})
print(flow.run())
print(label, flow.run())
