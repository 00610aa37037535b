"""Nodes that are in the workflow for certain, and one that no other workflow runs."""

import sys

from ffc import RayWorkflow, task


@task
def load(path):
    return path


@task
def train(points):
    return len(points)


points = load("a")
other = load("b")
models = [train(points)]
if sys.argv[1:]:
    models.append(train(other))
flow = RayWorkflow(*models, workflow_name="chosen")
flow.query("load_.*").set_remote_args({"num_cpus": 2})
print(flow.run())
flow = RayWorkflow(points, workflow_name="points")
flow.query("load_.*").set_remote_args({"num_cpus": 1})
print(flow.run())
