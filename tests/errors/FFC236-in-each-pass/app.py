import sys

from ffc import RayWorkflow, task


@task
def load(name):
    return name


nodes = []
for name in sys.argv[1:]:
    nodes.append(load(name))
    print(RayWorkflow(*nodes, workflow_name="so far").run())
