import json
from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def pair(a, b):
    return a, b


@workflow
def twice(*rest):
    return rest


finished = twice()
address = finished
for _ in json.loads("[5, 4]"):
    finished = 0
print(RayWorkflow(pair(0, b=finished), address, workflow_name="all").run())
