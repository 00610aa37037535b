from ffc import RayWorkflow, storage_factory, task


@task
def load(path):
    return [path]


flow = RayWorkflow(load("a"), workflow_name="w")
flow.set_storage({"kind": "file", "options": {"path": "results"}})
print(flow.run())
