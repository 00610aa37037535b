from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


common = {
    "num_cpus": 1,
    "nm_gpus": 0,
}
flow = RayWorkflow(load("a").set_name("model"), workflow_name="w")
flow.query("model").set_remote_args({**common, "max_retries": 2})
print(flow.run())
