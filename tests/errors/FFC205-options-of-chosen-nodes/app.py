"""Options for the nodes of a workflow that has them only if the driver chooses so."""

import sys

from ffc import RayWorkflow, task


@task
def load(path):
    return path


@task
def train(points):
    return len(points)


points = load("a")
if sys.argv[1:]:
    model = train(points)
else:
    model = train("none")
flow = RayWorkflow(model, workflow_name="chosen")
flow.query("load_.*").set_remote_args({"num_cpus": 2})
print(RayWorkflow(points, workflow_name="points").run())
