"""Dicts with nodes under keys that only the driver knows, outside of loops too."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(number):
    return number


@task
def use(*given, **named):
    return list(given), sorted(named.items())


method = os.environ.get("FFC_NOT_SET", "best")
models = {"base": load(0)}
models[method] = load(1)
tuned = models.setdefault(f"{method}_tuned", load(2))
groups = {}
groups.setdefault(method, []).append(load(3))
groups.setdefault("other", []).append(load(4))
named = {method: load(5), "known": load(6)}
named.update({method.upper(): load(7)})
merged = {**named, "last": models[method]}
rows = dict((name, load(len(name))) for name in os.environ.get("FFC_NOT_SET", "a bb").split())
assert len(rows) == 2, "two rows"
plain = load(8)
same = plain if method == "best" else plain

total = use(*rows.values(), same, tuned, rows["a"], **models)
listed = use(groups, merged)
for name in rows:
    print(name)
flow = RayWorkflow(total, listed, *named.values(), *groups[method], workflow_name="all")
print(*flow.run(), sep="\n")
