from ffc import RayWorkflow, task


@task
def score(model):
    return len(model)


total = score("none")
for model in ("tree", "forest"):
    total += score(model)

print(RayWorkflow(total, workflow_name="w").run())
