"""Dicts of nodes by a variable that is bound again: their keys are what it was."""

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(number):
    return number * number


by_step, updated, stored = {}, {}, {}
step = 0
while step < 3:
    step += 1
    by_step.setdefault(step, load(step))
    updated.update({step: by_step[step]})
    stored[step] = by_step[step]
step = 10
results = dict(
    zip(by_step, RayWorkflow(*by_step.values(), workflow_name="steps").run(), strict=True)
)
again = dict(zip(updated, RayWorkflow(*updated.values(), workflow_name="again").run(), strict=True))
third = dict(zip(stored, RayWorkflow(*stored.values(), workflow_name="third").run(), strict=True))
for step, found in results.items():
    print(step, found, again[step], third[step])
