from ffc import RayWorkflow, storage_factory, task


@task
def load(path):
    return [path]


flow = RayWorkflow(load("a"), workflow_name="w")
storage = storage_factory({"kind": "ray", "options": {"remote_args": {}, "path": "results"}})
flow.set_storage(storage)
print(flow.run())
