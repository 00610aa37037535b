"""A loop that the driver leaves early goes through a list of tasks, which it takes the name of."""

from ffc import RayWorkflow, task


@task
def load():
    return 1


tasks = [load]
found = RayWorkflow(load(), workflow_name="first").run()
for tasks, letter in zip(tasks, "red"):
    if found:
        break
