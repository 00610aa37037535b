"""Arguments behind stars that are containers with nodes."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(number):
    return number * 10


@task
def total(*parts, start=0, **named):
    found = [sum(part) if isinstance(part, list) else part for part in parts]
    return start + sum(found) + sum(map(sum, named.values()))


listed = total(**{"start": 1, "more": [load(number) for number in range(2)]})
starred = total(*[[load(number) for number in range(3)], 5])
rows = []
for _ in os.environ.get("FFC_NOT_SET", "ab"):
    rows.append([load(3), load(4)])
held = total(*rows)
mixed = total(*rows, start=load(7))
print(RayWorkflow(listed, starred, held, mixed, workflow_name="nested").run())
