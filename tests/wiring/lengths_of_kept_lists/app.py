"""Names of lists that the driver fills, read by code that makes no nodes."""

import json

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def show(number=0):
    return number


def tell(given, text):
    print(given, text)


made = [show(1)]
(result,) = made
result = [show(int(key)) for key in json.loads("[3, 1, 2]")]
tell(len(result), "made")
print(RayWorkflow(*made, *result, workflow_name="all").run())
