from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def build(path, number=2, *, name="built"):
    return add(load(path), number).set_name(name)


leaf = build("a", name=str(1))
flow = RayWorkflow(leaf, build(path="b"), workflow_name="w", ray_init_args=None)
flow.query(pattern="1").set_remote_args(args={"num_cpus": 1})
print(flow.run(True, max_pending_tasks=0))
