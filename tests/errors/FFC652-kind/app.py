from ffc import RayWorkflow, storage_factory, task


@task
def load(path):
    return [path]


flow = RayWorkflow(load("a"), workflow_name="w")
flow.set_storage(storage_factory({"kind": "disk", "options": {"path": "results"}}))
print(flow.run())
