"""A run whose value nobody uses: nothing is fetched for it."""

import os
import tempfile

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def big(size):
    return bytes(size)


@workflow
def write(data, path):
    with open(path, "wb") as file:
        file.write(data[:4])
    return data


handle, path = tempfile.mkstemp()
os.close(handle)

data = big(5_000_000)
flow = RayWorkflow(write(data, path), workflow_name="write")
flow.run()
print(os.path.getsize(path))

_ = RayWorkflow(write(b"abcdefg", path), workflow_name="again").run()
print(os.path.getsize(path))
os.remove(path)
