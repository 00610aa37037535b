import os

from ffc import RayWorkflow, storage_factory, task


@task
def load(path):
    return [path]


disk = {"resources": {"_disk": 0.001}}
storage = storage_factory({"kind": "ray", "options": {"remoteArgs": disk, "path": "results"}})
other = storage_factory({"kind": os.environ["KIND"], "options": {"path": "results"}})
bucket = storage_factory({"kind": "S3", "options": {"path": "bucket/results", "s3fs": {}}})
memory = storage_factory({"kind": "file", "options": {"url": "memory://results"}})
flow = RayWorkflow(load("a"), workflow_name="w")
flow.set_storage(storage)
print(flow.run())
