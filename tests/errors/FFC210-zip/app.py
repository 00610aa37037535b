from ffc import RayWorkflow, task


@task
def find(folder):
    return [f"{folder}/a", f"{folder}/b"]


@task
def load(path):
    return len(path)


names = ["first", "second"]
sizes = {name: load(path) for name, path in zip(names, find("data"), strict=True)}

print(RayWorkflow(*sizes.values(), workflow_name="w").run())
