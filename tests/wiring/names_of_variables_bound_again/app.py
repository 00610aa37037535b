"""Names, patterns and options with variables that are bound again before the run."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def train(rate, seed=0):
    return rate * 10 + seed


@task
def add(one, other):
    return one + other


label = os.environ.get("FFC_NOT_SET", "slow")
cpus = len(label) / 8
slow = train(1).set_name(f"{label} model")
kind = label
flow = RayWorkflow(slow, workflow_name="models")
flow.query(f"{label} .*").set_remote_args({"num_cpus": cpus})
label = label.replace("slow", "fast")
fast = train(2).set_name(f"{label} model")
cpus = cpus / 2
os.environ["FFC_PREPARED"] = f"{label} and {kind}"
print(flow.run())

total = add(slow, fast).set_name(f"both {label}")
second = RayWorkflow(total, workflow_name="total")
pattern = f"both {label}"
second.query(pattern).set_remote_args({"num_cpus": cpus})
pattern, cpus = f"none of {label}", 64
second.query(pattern).set_remote_args({"num_cpus": cpus})
os.environ["FFC_PREPARED"] = "all"
print(second.run())
