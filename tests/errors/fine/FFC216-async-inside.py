import asyncio

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


async def fetch(path):
    return path


@task
def run(path):
    return asyncio.run(fetch(path))


@task
class Client:
    async def never_called(self, path):
        return path

    def fetch(self, path):
        return path


leaf = add(run("a"), Client().fetch("b"))

print(RayWorkflow(leaf, workflow_name="w").run())
