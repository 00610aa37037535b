from ffc import RayWorkflow, storage_factory, task


@task
def load(path):
    return [path]


a = load("a").set_name("data")
b = load("b").set_name("data")
flow = RayWorkflow(a, b, workflow_name="w")
flow.set_storage(storage_factory({"kind": "file", "options": {"path": "results"}}))
print(flow.run())
