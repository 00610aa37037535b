"""All of the nodes that a loop of the driver makes get the options, and run in two workflows."""

import json

from ffc import RayWorkflow, task


@task
def load(path):
    return path


@task
def train(points):
    return len(points)


points = {path: load(path) for path in json.loads('["a", "b"]')}
flow = RayWorkflow(*[train(one) for one in points.values()], workflow_name="models")
flow.query("load_.*").set_remote_args({"num_cpus": 2})
print(flow.run())
print(RayWorkflow(*points.values(), workflow_name="points").run())
