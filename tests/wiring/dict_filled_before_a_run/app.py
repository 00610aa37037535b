"""A loop fills a dict with a node of another loop, in front of a run that needs neither."""

import enum
import json

from ffc import RayWorkflow, task


@task
def show(x):
    return x


class Kind(enum.Enum):
    CIRCLES = "circles"


made = [show(7) for kind in Kind]
named = dict((part, made[0]) for _, part in json.loads('{"a": 1, "b": 2}').items())
RayWorkflow(show(0), workflow_name="other").run()
print(RayWorkflow(*named.values(), workflow_name="all").run())
