from ffc import RayWorkflow, task


@task
def train(name, rate):
    return name, rate


ROWS = [("tree", 1), ("forest", 2, "deep"), ("net", 3)]
models = [train(*row) for row in ROWS]

print(RayWorkflow(*models, workflow_name="w").run())
