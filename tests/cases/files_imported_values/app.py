"""A name that is imported keeps the value it had, whatever its module does later."""

import counter
from counter import COUNT, count
from ffc import RayWorkflow, task

count("one")
count("two")
print(COUNT, counter.COUNT)


@task
def both(number):
    return number + COUNT, number + counter.COUNT


print(RayWorkflow(both(1), workflow_name="count").run())
