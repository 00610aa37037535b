import os

from ffc import RayWorkflow, storage_factory, task


@task
def load(path):
    return [path]


nodes = [load(path) for path in os.listdir(".")]
flow = RayWorkflow(*nodes, workflow_name="w")
flow.set_storage(storage_factory({"kind": "file", "options": {"path": "results"}}))
flow.run()
