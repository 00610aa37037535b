import os

from ffc import RayWorkflow, task


@task
def first(path):
    return len(path)


@task
def other(path):
    return path


nodes = []
chosen = first
for name in os.listdir("."):
    nodes.append(chosen(name))
    chosen = other

print(RayWorkflow(*nodes, workflow_name="w").run())
