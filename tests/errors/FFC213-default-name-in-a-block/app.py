import contextlib

from ffc import RayWorkflow, task


@task
def scale(factor):
    return factor


with contextlib.nullcontext() as held:
    b = scale(0)
print(b.get_name())
RayWorkflow(b, workflow_name="w").run()
