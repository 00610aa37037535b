"""An object that is made and never called: the run waits for it all the same."""

from ffc import RayWorkflow, task


@task
def size(value):
    return value + 1


@task
class Store:
    def __init__(self, start):
        self.start = start


first = size(1)
store = Store(start=first)
flow = RayWorkflow(first, workflow_name="store")
print(flow.run())
