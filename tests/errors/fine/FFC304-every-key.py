from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


flow = RayWorkflow(load("a"), workflow_name="w", ray_init_args={"runtime_env": {"pip": {"packages": ["numpy"], "pip_check": False}, "env_vars": {"ANY": "1"}, "config": {"eager_install": True}}})
flow.query().set_remote_args({"runtime_env": {"env_vars": {"env_var": "1"}}})
print(flow.run())
