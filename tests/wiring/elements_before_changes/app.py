"""Elements of a list that the driver fills, taken before the list changes."""

import json

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def scale(value, by=2):
    return value * by


data = [scale(number) for number in json.loads("[1, 2, 3]")]
first = scale(data[0]).set_name("first")
data.reverse()
last = scale(data[0], by=10)
data.append(first)
print(RayWorkflow(first, last, *data, workflow_name="elements").run())
