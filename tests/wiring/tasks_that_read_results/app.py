"""A task that a function defines around the result of the first run."""

from ffc import RayWorkflow, task


@task
def add(amount):
    return amount


def defining(given):
    @task
    def work(value):
        return given

    return work(1)


a = RayWorkflow(add(1), workflow_name="short").run()
x = defining(a)
print(RayWorkflow(x, workflow_name="flow").run())
