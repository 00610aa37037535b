from ffc import RayWorkflow, task


@task
def step(state, number):
    return state + number


state = step(0, 0)
number = 0
while True:
    number += 1
    state = step(state, number)

print(RayWorkflow(state, workflow_name="w").run())
