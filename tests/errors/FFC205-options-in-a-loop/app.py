import os

from ffc import RayWorkflow, task


@task
def load(name):
    return name


nodes = [load(name).set_name(f"load {name}") for name in ("a", "b", "c")]
flow = RayWorkflow(*nodes, workflow_name="w")
for letter in os.environ.get("LARGE", "b").split(","):
    flow.query(f"load {letter}").set_remote_args({"num_cpus": 2})

print(flow.run())
