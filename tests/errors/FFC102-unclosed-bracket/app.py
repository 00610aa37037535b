from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


leaf = load("a"
print(RayWorkflow(leaf, workflow_name="w").run())
