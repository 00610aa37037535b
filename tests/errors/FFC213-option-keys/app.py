from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


flow = RayWorkflow(load("a"), workflow_name="w")
flow.query().set_remote_args({1: "num_cpus"})
print(flow.run())
