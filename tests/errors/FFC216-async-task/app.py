from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
async def fetch(path):
    return path


leaf = fetch("a")

print(RayWorkflow(leaf, workflow_name="w").run())
