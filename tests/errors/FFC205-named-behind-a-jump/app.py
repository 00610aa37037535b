import os

from ffc import RayWorkflow, task


@task
def load(path):
    return len(path)


nodes = []
for name in os.listdir("."):
    node = load(name)
    nodes.append(node)
    if name.startswith("."):
        continue
    node.set_name(f"load {name}")

print(RayWorkflow(*nodes, workflow_name="w").run())
