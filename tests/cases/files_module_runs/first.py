from ffc import RayWorkflow, task


@task
def step(number):
    return number + 1


steps = [step(number) for number in range(3)]
RESULT = RayWorkflow(*steps, workflow_name="first").run()
