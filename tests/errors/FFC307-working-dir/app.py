from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


flow = RayWorkflow(load("a").set_name("model"), workflow_name="w")
flow.query("model").set_remote_args({"runtime_env": {"working_dir": "./data"}})
print(flow.run())
