"""A list that a loop takes from the nodes of another, in three runs."""

import json

from ffc import RayWorkflow, task


@task
def sow(field):
    return f"{field} is green"


fields = tuple(sow(field) for field in json.loads('["north", "south"]'))
first = RayWorkflow(*fields, workflow_name="first")
first.run()
chosen = [one for one in fields]
second = RayWorkflow(chosen[0], workflow_name="second")
second.run()
print(RayWorkflow(*chosen, workflow_name="all").run())
