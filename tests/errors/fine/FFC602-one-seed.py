import os
import random

from ffc import PluginCollection, RandomStatePlugin, RayWorkflow, task


@task
def draw(n):
    return random.random() * n


same = RandomStatePlugin(min=1, max=1, seed=0.5, seed_func=random.seed)
given = RandomStatePlugin(min=5, max=int(os.environ.get("MAX", "3")), seed=1, seed_func=random.seed)
flow = RayWorkflow(draw(2), workflow_name="w")
flow.query().set_plugins(PluginCollection([same, given]))
print(flow.run())
