from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


flow = RayWorkflow(load("a"), workflow_name="w")
flow.query(".*").set_remote_arg({"num_cpus": 1})
print(flow.run())
