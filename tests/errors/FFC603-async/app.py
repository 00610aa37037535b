import random

from ffc import InitializerPlugin, RayWorkflow, task


@task
def draw(n):
    return random.random() * n


async def prepare():
    random.seed(1)


flow = RayWorkflow(draw(2), workflow_name="w")
flow.query().set_plugin(InitializerPlugin(prepare))
print(flow.run())
