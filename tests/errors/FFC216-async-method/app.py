from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
class Client:
    async def fetch(self, path):
        return path


client = Client()
leaf = client.fetch("a")

print(RayWorkflow(leaf, workflow_name="w").run())
