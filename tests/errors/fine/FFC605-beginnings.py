import random
import sys

from ffc import InitializerPlugin, RayWorkflow, task


@task
def draw(n):
    return random.random() * n


nodes = [draw(len(path)).set_name(f"draw {path}") for path in sys.argv[1:]]
flow = RayWorkflow(draw(1).set_name("first"), *nodes, workflow_name="w")
flow.query("draw .*").set_plugin(InitializerPlugin(random.seed))
flow.query("f.*").set_plugin(InitializerPlugin(random.seed))
print(flow.run())
