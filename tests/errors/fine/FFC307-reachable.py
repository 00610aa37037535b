from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


flow = RayWorkflow(load("a"), workflow_name="w", ray_init_args={"runtime_env": {"working_dir": "./data"}})
flow.query().set_remote_args({"runtime_env": {"working_dir": "s3://bucket/code.zip", "py_modules": ["https://host/a.zip"]}})
print(flow.run())
