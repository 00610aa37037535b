from ffc import RayWorkflow, task


@task
def score(model):
    return len(model)


scores = [score(model) for model in ("tree", "forest", "net")]
best = max(scores)

print(RayWorkflow(best, workflow_name="w").run())
