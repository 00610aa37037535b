from ffc import RayWorkflow, task


@task
def score(model):
    return len(model)


total = sum(score(model) for model in ("tree", "forest", "net"))

print(RayWorkflow(total, workflow_name="w").run())
