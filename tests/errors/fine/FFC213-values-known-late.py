import os

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


limit = int(os.environ.get("LIMIT", "4"))
flow = RayWorkflow(
    load("a").set_name(os.environ.get("NAME", "a")),
    workflow_name=os.environ.get("NAME", "w"),
    ray_init_args={"num_cpus": int(os.environ.get("CPUS", "2"))},
)
flow.query().set_remote_args({"num_cpus": limit})
print(flow.run(max_pending_tasks=limit))
