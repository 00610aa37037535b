"""Tables of tasks, of which only the driver knows the keys."""

import os

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def points(count):
    return [k / 2 for k in range(count)]


@workflow
def linear(values, rate):
    return [round(value * rate, 3) for value in values]


@workflow
def cubic(values, rate):
    return [round(value**3 * rate, 3) for value in values]


@workflow
def constant(values, rate):
    return [rate for _ in values]


MODELS = {"linear": linear, "cubic": cubic, "flat": constant}
STEPS = [linear, cubic]

kind = os.environ.get("KIND_OF_MODEL", "cubic")
model = MODELS[kind]
values = points(5)
for step in range(len(kind) - 3):
    values = model(values, rate=step + 1).set_name(f"{kind} {step}")

parts = [values]
for other in os.environ.get("OTHER_MODELS", "flat linear cubic").split():
    parts.append(MODELS[other](values, 3).set_name(f"other {other}"))
last = STEPS[len(kind) % 2](parts[1], 2).set_name("last")

flow = RayWorkflow(*parts, last, workflow_name=f"models of {kind}")
flow.query(f"{kind} .*").set_remote_args({"num_cpus": 0.5})
flow.query("other .*").set_remote_args({"num_cpus": 0.25})
print(flow.workflow_name, *flow.run(return_results=True), sep="\n")
