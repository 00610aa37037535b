import os

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


flow = RayWorkflow(load("a"), workflow_name="w")
print(len(flow.find_nodes(os.environ["PATTERN"])))
print(flow.run())
