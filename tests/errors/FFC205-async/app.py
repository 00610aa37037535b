import asyncio

from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


async def main():
    print(RayWorkflow(load("a"), workflow_name="w").run())


asyncio.run(main())
