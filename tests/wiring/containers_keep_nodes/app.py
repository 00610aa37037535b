"""Containers keep the nodes that variables held, whatever these hold later."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(number):
    return number


@task
def use(*given, **named):
    return [*given, *named.values()]


fast = len(os.environ.get("FFC_NOT_SET", "x"))
node = load(1) if fast else load(2)
picked = [node]
by_name = {"first": node}
node = load(3) if fast else load(4)
picked.append(node)
found = [use(picked), use(*picked), use(**by_name), use([by_name])]

for name in os.environ.get("FFC_NOT_SET", "ab"):
    pair = [node, name]
    kept = {"before": node}
    node = use(node, name)
    found.append(use(pair, kept, node))
found.append(use(picked, [node]))

first = load(5)
listed = [first]
first = load(6)
earlier, *others = listed
for name in os.environ.get("FFC_NOT_SET", "cd"):
    listed.append(use(name, earlier))
print(*RayWorkflow(*found, *listed, earlier, first, workflow_name="kept").run(), sep="\n")
