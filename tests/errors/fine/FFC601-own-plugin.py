import random

from ffc import Plugin, PluginCollection, RayWorkflow, task


class Seeded(Plugin):
    def remote_initialize(self):
        return random.seed


@task
def draw(n):
    return random.random() * n


flow = RayWorkflow(draw(2), workflow_name="w")
flow.query().set_plugins(PluginCollection([Seeded(), PluginCollection([])]))
print(flow.run())
