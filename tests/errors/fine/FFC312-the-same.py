from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


OPTIONS = {"num_cpus": 2}
first = RayWorkflow(load("a"), workflow_name="v", ray_init_args=OPTIONS).run()
leaf = add(first, 1)
print(RayWorkflow(leaf, workflow_name="w", ray_init_args={"num_cpus": 2}).run())
print(RayWorkflow(load("b"), workflow_name="u").run())
