"""A loop fills a dict with a node of another, before a run that needs neither."""

import json
import sys

from ffc import RayWorkflow, task


@task
def show(x):
    return x


made = [show(7) for _ in sys.argv]
named = dict((part, made[0]) for _, part in json.loads('{"a": 1, "b": 2}').items())
RayWorkflow(show(0), workflow_name="other").run()
print(RayWorkflow(*named.values(), workflow_name="all").run())
