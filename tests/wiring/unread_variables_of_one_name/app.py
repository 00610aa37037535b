"""Comprehensions with variables of one name: the last read it."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def add(x, y=0):
    return x + y


finished = RayWorkflow(add(1), add(2), workflow_name="first").run(return_results=True)
parts = [add(0) for i in range(len(finished))]
print(RayWorkflow(*parts, workflow_name="parts").run(return_results=True))
rows = [add(i) for n, (i, row) in enumerate({3: 0}.items()) for key in finished]
more = [add(i, 1) for i in finished]
print(RayWorkflow(*rows, *more, workflow_name="rows").run(return_results=True))
