from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


flow = RayWorkflow(load("a"), workflow_name="w", ray_init_args={"_temp_dir": "/tmp/ray", "log_to_driver": False, "logging_level": "error"})
flow.query().set_remote_args({})
print(flow.run())
