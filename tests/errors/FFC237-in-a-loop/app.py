import json
from ffc import RayWorkflow, task


@task
def work(value):
    return value * size


nodes = []
for n in json.loads("[1, 2]"):
    size = n * 2
    nodes.append(work(n))
print(RayWorkflow(*nodes, workflow_name="w").run())
