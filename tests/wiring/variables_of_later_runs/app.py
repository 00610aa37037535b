"""Lists of nodes that a first run takes apart and a later one takes as a whole."""

import json

from ffc import RayWorkflow, task


@task
def sample(kind, size=3):
    return f"{kind} {size}"


@task
def joined(*parts):
    return "+".join(parts)


kinds = json.loads('["red", "blue"]')
fixed = [sample("left"), sample("right")]
fixed.append(joined(*fixed))
best = fixed[2] if kinds else fixed[0]
first = RayWorkflow(fixed[0], workflow_name="first")
print(first.run())
print(first.run())
found = [sample(kind) for kind in kinds]
print(RayWorkflow(best, *fixed, *found, workflow_name="all").run())
