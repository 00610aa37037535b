"""Containers that the driver fills inside of others: dicts of lists, lists of lists."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(name):
    return name, len(name)


@task
def use(*given, **named):
    return [*given, *sorted(named.items())]


groups, sizes, grid = {}, {}, []
for name in os.environ.get("FFC_NOT_SET", "one two one three").split():
    groups.setdefault(name, []).append(load(name))
    sizes.setdefault(name[0], {})[name] = load(name)
    grid.append([[load(name), load(name[0])]])
used = []
for group in groups.values():
    for node in group:
        used.append(use(node[1], node))
    used.append(use(*group))
for letter, named in sizes.items():
    for name in named:
        used.append(use(letter, name, named[name][0]))
    used.append(use(**named))
for row in grid:
    for pair in row:
        first, second = pair
        used.append(use(first[0], second[0]))
last = groups["three"][0]
print(*RayWorkflow(*used, last, workflow_name="groups").run(), sep="\n")
