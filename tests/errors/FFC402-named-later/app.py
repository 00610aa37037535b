from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


leaf = load("a")
flow = RayWorkflow(leaf, workflow_name="w")
flow.query("model").set_remote_args({"num_cpus": 1})
leaf.set_name("model")
print(flow.run())
