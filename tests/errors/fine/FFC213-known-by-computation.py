from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


PREFIX = "big"
COMMON = {"num_cpus": 1}

flow = RayWorkflow(load("a").set_name("big-model (1)"), workflow_name="w")
flow.query(f"{PREFIX}.*").set_remote_args({**COMMON, "max_retries": 1 + 1})
flow.query().set_remote_args(COMMON)
print(flow.run())
