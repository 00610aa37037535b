"""The leaves are the values of a dict that a loop fills."""

from ffc import RayWorkflow, task


@task
def f(x):
    return x


models = {}
for k in range(8):
    models[k] = f(k)
flow = RayWorkflow(*models.values(), workflow_name="w")
print(flow.run())
