import random
import sys

from ffc import InitializerPlugin, RayWorkflow, task


@task
def draw(n):
    return random.random() * n


def prepare():
    random.seed(1)


flow = RayWorkflow(draw(2).set_name("a"), workflow_name="w")
flow.set_plugin(sys.argv[1], InitializerPlugin(prepare))
print(flow.run())
