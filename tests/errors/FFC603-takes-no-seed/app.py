import random

from ffc import RandomStatePlugin, RayWorkflow, task


@task
def draw(n):
    return random.random() * n


def prepare():
    random.seed(1)


plugin = RandomStatePlugin(1, 100, 1, prepare)
flow = RayWorkflow(draw(2), workflow_name="w")
flow.query().set_plugin(plugin)
print(flow.run())
