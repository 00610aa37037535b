from ffc import RayWorkflow, storage_factory, task


@task
def load(path):
    return [path]


storage = storage_factory({"kind": "file", "path": "results"})
flow = RayWorkflow(load("a"), workflow_name="w")
flow.set_storage(storage)
print(flow.run())
