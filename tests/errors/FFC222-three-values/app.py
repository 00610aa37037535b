from ffc import RayWorkflow, task


@task
def load(path):
    return path


first, second = load("a"), load("b"), load("c")
print(RayWorkflow(first, second, workflow_name="two").run())
