from ffc import RayWorkflow, task


def load(path):
    return [path]


load_task = task(load)
print(RayWorkflow(load_task("a"), workflow_name="w").run())
