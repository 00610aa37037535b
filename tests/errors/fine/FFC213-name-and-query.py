import os

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


leaf = load("a").set_name(os.environ["NAME"])
flow = RayWorkflow(leaf, workflow_name="w")
flow.query("big").set_remote_args({"num_cpus": 1})
print(flow.run())
