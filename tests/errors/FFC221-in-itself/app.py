from ffc import RayWorkflow, task


@task
def load(path):
    return path


parts = [load("a")]
parts.append(parts)
print(RayWorkflow(parts[0], workflow_name="circle").run())
