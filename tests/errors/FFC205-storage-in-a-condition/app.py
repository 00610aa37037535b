import os

from ffc import RayWorkflow, storage_factory, task


@task
def load(path):
    return [path]


flow = RayWorkflow(load("a"), workflow_name="w")
if os.environ.get("STORE"):
    flow.set_storage(storage_factory({"kind": "file", "options": {"path": "results"}}))
print(flow.run())
