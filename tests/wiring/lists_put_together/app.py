"""Lists and dicts of nodes put together: the loops that fill them stay loops."""

import itertools

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

NAMES = ["iris", "wine"]


@workflow
def load(name):
    return [name, len(name)]


@workflow
def fit(data, depth):
    return (*data, depth)


def grow(data, name):
    nodes = []
    for depth in (1, 2, 3):
        nodes.append(fit(data, depth).set_name(f"{name} {depth}"))
    return nodes


def run(*leaves):
    print(RayWorkflow(*leaves, workflow_name="lists").run())


grids = [grow(load(name), name) for name in NAMES]
run(*[node for grid in grids for node in grid])

by_name = {name: grow(load(name), name) for name in NAMES}
run(*itertools.chain.from_iterable(by_name.values()))

together = []
for name in NAMES:
    together += grow(load(name), name)
run(*together)

extended = []
for name in NAMES:
    extended.extend(grow(load(name), name))
run(*extended, extended[0])

first, *others = [load(name) for name in NAMES]
run(*sum([[first], others], []))

last = {}
for name in NAMES:
    last.update({name: load(name)})
run(*[node for name, node in last.items() if name != "none"])
