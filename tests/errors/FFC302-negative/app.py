from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


flow = RayWorkflow(load("a").set_name("model"), workflow_name="w")
flow.query("model").set_remote_args({"num_cpus": -1})
print(flow.run())
