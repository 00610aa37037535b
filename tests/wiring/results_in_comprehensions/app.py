"""Comprehensions over the results of a run: as written, with nodes, with both."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def third(n):
    return n / 3


def thirds(values):
    nodes = [third(value) for value in values]
    return RayWorkflow(*nodes, workflow_name="thirds").run()


print([round(x, 3) for x in thirds(range(3))])
print({name: round(x, 3) for name, x in zip("ab", thirds((5, 7)), strict=True)})

pairs = [(x, third(x)) for x in thirds([1, 2, 3])]
print(round(pairs[2][0], 3))
print(RayWorkflow(*[node for _, node in pairs], workflow_name="pairs").run())

more = {name: (round(x, 3), third(x)) for name, x in zip("ab", thirds([4, 5]), strict=True)}
for name, (x, _) in more.items():
    print(name, x)
print(RayWorkflow(*[node for _, node in more.values()], workflow_name="more").run())

print([thirds([x, 1])[0] for x in thirds([7, 8])])
