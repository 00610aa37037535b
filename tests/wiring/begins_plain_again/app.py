"""A variable begins as a number and gets a node where a loop ends: in each run."""

from ffc import RayWorkflow, task


@task
def load():
    return 2


@task
def add(x):
    return x + 1


count = RayWorkflow(load(), workflow_name="load").run()
a = 0
for _ in range(count):
    pass
else:
    a = add(a)
print(RayWorkflow(a, workflow_name="first").run())
print(RayWorkflow(a, workflow_name="second").run())
