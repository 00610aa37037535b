from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


flow = RayWorkflow(load("a").set_name("big-model (1)"), workflow_name="w")
flow.query(".*-model.*").set_remote_args({"num_cpus": 1})
flow.query(r"(?i)BIG-.+ \(\d\)").set_remote_args({"num_cpus": 2})
flow.query(pattern=None).set_remote_args({"num_cpus": 1})
print(flow.run())
