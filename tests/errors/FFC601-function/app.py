import random

from ffc import RayWorkflow, task


@task
def draw(n):
    return random.random() * n


def prepare():
    random.seed(1)


flow = RayWorkflow(draw(2), workflow_name="w")
flow.query().set_plugins(prepare)
print(flow.run())
