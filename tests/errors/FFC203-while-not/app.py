from ffc import RayWorkflow, task


@task
def start():
    return 8


@task
def improve(state):
    return state // 2


@task
def is_good(state):
    return state < 2


state = start()
while not is_good(state):
    state = improve(state)

print(RayWorkflow(state, workflow_name="w").run())
