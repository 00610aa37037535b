"""Variables that hold one node and then another, in one workflow after another."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(number):
    return number * 10


@task
def scale(points, rate=2):
    return points * rate


RATES = [2, 5]
node = scale(load(1))
RayWorkflow(node, workflow_name="first").run()
rated = [load(rate) for rate in RATES]
picked = {"first": node, "last": rated[1]}
node = result = load(3)
print(RayWorkflow(result, workflow_name="second").run())
print(RayWorkflow(result, *rated, *picked.values(), workflow_name="third").run())

node = scale(node)
for rate in os.environ.get("FFC_NOT_SET", "1 2").split():
    node = scale(node, int(rate))
scaled = [node]
node = load(4)
scaled.append(scale(node))
print(RayWorkflow(*scaled, node, workflow_name="fourth").run())
