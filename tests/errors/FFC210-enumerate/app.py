from ffc import RayWorkflow, task


@task
def find(folder):
    return {"paths": [f"{folder}/a", f"{folder}/b"], "count": 2}


@task
def load(path):
    return len(path)


found = find("data")
sizes = []
for number, path in enumerate(found["paths"]):
    sizes.append(load(path).set_name(f"load {number}"))

print(RayWorkflow(*sizes, workflow_name="w").run())
