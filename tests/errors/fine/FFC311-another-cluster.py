from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


flow = RayWorkflow(load("a"), workflow_name="w", ray_init_args={"address": "ray://head:10001"})
flow.query().set_remote_args({"resources": {"license": 1}})
print(flow.run())
