from ffc import RayWorkflow, task


@task
def load(path):
    return path


@task
def join(parts):
    return "".join(parts)


parts = [load("a")]
whole = join(parts)
parts.append(load("b"))
print(RayWorkflow(whole, workflow_name="late").run())
