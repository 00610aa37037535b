import random

from ffc import RandomStatePlugin, RayWorkflow, task


@task
def draw(n):
    return random.random() * n


def prepare():
    random.seed(1)


plugin = RandomStatePlugin(min=100, max=1, seed=1, seed_func=random.seed)
flow = RayWorkflow(draw(2), workflow_name="w")
flow.query().set_plugin(plugin)
print(flow.run())
