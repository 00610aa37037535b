import os

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


nodes = [load(path).set_name(path) for path in os.environ["PATHS"].split()]
flow = RayWorkflow(*nodes, workflow_name="w")
for pattern in os.environ["PATTERNS"].split():
    print(len(flow.find_nodes(pattern)))
print(flow.run())
