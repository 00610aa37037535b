"""Options and names that are computed: once, where the app computes them."""

import json

from ffc import RayWorkflow, task


@task
def twice(x):
    return 2 * x


budget = iter(json.loads("[0.5, 0.25, 1, 2]"))
names = iter(json.loads('["a", "b", "c"]'))
retries = int("3")

one, two = twice(1), twice(2)
three = twice(3).set_name("third " + next(names))
flow = RayWorkflow(one, two, three, workflow_name="budget")
flow.query().set_remote_args({"num_cpus": next(budget), "max_retries": retries})
retries = None
print(flow.run(max_pending_tasks=int(next(budget)) + 2), next(budget), next(names), retries)
