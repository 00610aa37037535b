from ffc import RayWorkflow, task


@task
def load(name):
    return len(name)


@task
def total(parts):
    return sum(parts)


node = total(load(name) for name in ("tree", "forest"))

print(RayWorkflow(node, workflow_name="w").run())
