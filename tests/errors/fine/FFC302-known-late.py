import os

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


flow = RayWorkflow(load("a").set_name("model"), workflow_name="w")
flow.query("model").set_remote_args({"num_gpus": float(os.environ.get("GPUS", "0")), "max_retries": int("3")})
print(flow.run())
