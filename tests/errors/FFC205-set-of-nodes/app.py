from ffc import RayWorkflow, task


@task
def load(name):
    return name


@task
def merge(*parts):
    return parts


nodes = {load(name) for name in ("tree", "forest", "net")}

print(RayWorkflow(merge(*nodes), workflow_name="w").run())
