from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


leaf = load("a")
flow = RayWorkflow(leaf, workflow_name="w")
leaf.set_name("big model")
flow.query(".*model").set_remote_args({"num_cpus": 1})
flow.query("big.*").set_remote_args({"num_cpus": 2})
print(flow.run())
