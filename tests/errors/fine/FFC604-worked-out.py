import random

from ffc import PluginCollection, RandomStatePlugin, RayWorkflow, task


def plugins(count):
    return [RandomStatePlugin(0, 10 * n, 1, random.seed) for n in range(1, count)]


@task
def draw(n):
    return random.random() * n


flow = RayWorkflow(draw(2), workflow_name="w")
flow.query().set_plugins(PluginCollection(plugins(3)))
print(flow.run())
