"""Loops whose first lines hold nodes: listed, sorted, zipped."""

import itertools

from ffc import RayWorkflow, task


@task
def load(name):
    return [name]


@task
def fit(data, *given):
    return [*data, *given]


a, b = load("b").set_name("second"), load("a").set_name("first")
found = []
for one in reversed([fit(a), b]):
    found.append(fit(one, "reversed"))
for number, (kind, one) in enumerate(zip("xy", [a, fit(b)], strict=True)):
    found.append(fit(one, kind, number))
for kind, one in itertools.product("xy", [a, fit(b)]):
    found.append(fit(one, kind))
for one in sorted([a, b], key=lambda node: node.get_name()):
    found.append(fit(one, "sorted"))
count = 6 if sum(n for n in range(4)) == 6 else 5

flow = RayWorkflow(*found, workflow_name="listed")
print(*flow.run(), count)
