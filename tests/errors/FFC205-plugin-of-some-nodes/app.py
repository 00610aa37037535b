"""A plugin for one of the nodes that a loop of the driver makes, all of which run in another workflow."""

import json

from ffc import InitializerPlugin, RayWorkflow, task


@task
def load(path):
    return path


@task
def train(points):
    return len(points)


points = [load(path) for path in json.loads('["a", "b"]')]
flow = RayWorkflow(train(points[1]), workflow_name="one")
flow.query("load_.*").set_plugins(InitializerPlugin(json.JSONDecoder))
print(RayWorkflow(*points, workflow_name="points").run())
