"""A task reads a file that is written after its node is made, but before the run."""

import json
import os
import tempfile

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def read(path):
    with open(path) as file:
        return json.load(file)


@workflow
def scale(data, factor):
    return {name: value * factor for name, value in data.items()}


# Where the input will be.
folder = tempfile.mkdtemp()
path = os.path.join(folder, "input.json")

data = read(path)
scaled = scale(data, 10)
flow = RayWorkflow(scaled, workflow_name="scale")
print("nothing yet:", os.path.exists(path))

# The input itself.
with open(path, "w") as file:
    json.dump({"x": 1, "y": 2.5}, file)

print("first", flow.run(return_results=True))

with open(path, "w") as file:
    json.dump({"x": 3}, file)
result = flow.run(return_results=True)
os.remove(path)
os.rmdir(folder)

# Only now is the second result shown.
print("second", result)
