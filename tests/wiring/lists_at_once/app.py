"""Lists of comprehensions whose passes are written out, beside a loop of the driver."""

import json

from ffc import RayWorkflow, task


@task
def load(kind):
    return f"{kind} data"


@task
def train(data, *options):
    return f"model of {data} {options}"


def made(kind):
    data = load(kind)
    return train(data) if kind == "short" else train(train(data), kind)


models = [made(kind) for kind in ("short", "long")]
both = [load(kind) if kind != "b" else models[0] for kind in "ab"]
rate = 0.5
rates = [train(both[0], rate) if kind == "x" else rate for kind in "xy"]
rate = 0.25
for name in json.loads('["c", "d"]'):
    models.append(train(load(name), rate))
# One more, behind the others.
pair = [load("e"), load("f")]
print(rates[1])
print(RayWorkflow(rates[0], *models, *both, *pair, workflow_name="all").run())
