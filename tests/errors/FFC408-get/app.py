import ray

from ffc import RayWorkflow, task


@task
def total(parts):
    return sum(ray.get(parts))


print(RayWorkflow(total([]), workflow_name="w").run())
