from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


first = RayWorkflow(load("a"), workflow_name="v", ray_init_args={"num_cpus": 2}).run()
leaf = add(first, 1)
second = RayWorkflow(leaf, workflow_name="w", ray_init_args={"num_cpus": 8})
print(second.run())
