from ffc import LocalWorkflow, RayWorkflow, task


@task
def divide(a, b):
    return divmod(a, b)


@task
class Sum:
    def __init__(self, start=0):
        self.value = start

    def add(self, number):
        self.value += number
        return self.value


remainder = divide(17, 5).set_name("17 by 5")[1]
quotient = divide(remainder, 2).set_name("again").set_name("remainder by 2")[0]
grand = Sum(10).set_name("sum").add(quotient).set_name("grand total")

RayWorkflow(grand, workflow_name="chain").query("grand.*").set_remote_args({"max_task_retries": 1})
print(RayWorkflow(grand, workflow_name="chain").run())
print(LocalWorkflow(divide(9, 4)[0], workflow_name="local").run() + 1)
