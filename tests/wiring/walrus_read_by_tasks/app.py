"""Tasks that read what the heads of blocks bind: a walrus, the name of a `with`."""

import contextlib
import json

from ffc import RayWorkflow, task


@task
def add(a, b=1):
    return a + b


@contextlib.contextmanager
def counted(values):
    yield len(values)


def defining(given):
    @task
    def work(value):
        return value * given + width

    return work(1), work(work(3))


numbers = json.loads("[4, 5]")
if (size := numbers[0] * 8 - 1) > 1:
    c = add(size, 3)
else:
    c = add(size)
with counted(numbers) as width:
    a, b = defining(size)
print(*RayWorkflow(a, b, c, workflow_name="sizes").run())
