# It runs; the message is a warning.
from ffc import RayWorkflow, task


@task
def train(name):
    return name


for name in ("tree", "forest", "net"):
    model = train(name)

print(RayWorkflow(model, workflow_name="w").run())
