import random

from ffc import InitializerPlugin, PluginCollection, RayWorkflow, task


@task
def draw(n):
    return random.random() * n


def prepare():
    random.seed(1)


both = PluginCollection([InitializerPlugin(prepare), "float64"])
flow = RayWorkflow(draw(2), workflow_name="w")
flow.set_plugin("draw.*", both)
print(flow.run())
