"""Choices among arguments by a variable that is bound again before the run."""

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(number):
    return number


@task
def score(points, *more):
    return points * 10 + len(more)


first = load(1)
second = load(2)
found = RayWorkflow(first, workflow_name="first").run()
chosen = score(second if found == 1 else first)
listed = score(3, [second] if found > 1 else [first])
more = RayWorkflow(load(3), workflow_name="more").run()
found = more + 1
print(found, RayWorkflow(chosen, listed, workflow_name="all").run())
