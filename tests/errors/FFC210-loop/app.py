from ffc import RayWorkflow, task


@task
def find(folder):
    return [f"{folder}/a", f"{folder}/b"]


@task
def load(path):
    return len(path)


sizes = []
for path in find("data"):
    sizes.append(load(path))

print(RayWorkflow(*sizes, workflow_name="w").run())
