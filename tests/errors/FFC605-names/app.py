import random
import sys

from ffc import InitializerPlugin, RayWorkflow, task


@task
def draw(n):
    return random.random() * n


def prepare():
    random.seed(1)


nodes = []
for path in sys.argv[1:]:
    nodes.append(draw(len(path)).set_name(path))
flow = RayWorkflow(*nodes, workflow_name="w")
flow.query("a.*").set_plugin(InitializerPlugin(prepare))
print(flow.run())
