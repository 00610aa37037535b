import functools
import random

from ffc import InitializerPlugin, PluginCollection, RandomStatePlugin, RayWorkflow, task


def prepare(seed, version=2):
    random.seed(seed, version)


@task
def draw(n):
    return random.random() * n


plugins = [
    InitializerPlugin(lambda: random.seed(1)),
    InitializerPlugin(functools.partial(prepare, 3)),
    InitializerPlugin(random.random),
    RandomStatePlugin(1, 9, 1, prepare),
]
flow = RayWorkflow(draw(2), workflow_name="w")
flow.query().set_plugins(PluginCollection(plugins))
print(flow.run())
