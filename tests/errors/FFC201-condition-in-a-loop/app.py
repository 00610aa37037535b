from ffc import RayWorkflow, task


@task
def score(model):
    return len(model)


@task
def report(model, result):
    return f"{model}: {result}"


reports = []
for model in ["tree", "forest", "net"]:
    result = score(model)
    if result > 3:
        reports.append(report(model, result))

print(RayWorkflow(*reports, workflow_name="w").run())
