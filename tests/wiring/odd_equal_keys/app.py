"""Keys and names that are equal without looking so: 1, True, 1.0; tuples; order."""

from ffc import RayWorkflow, task


@task
def item(key):
    return repr(key)


@task
def shown(title, values):
    return title, values


table = {}
made = []
for key in (1, "1", True, 1.0, (1, 2), (1.0, 2), None, False, 0):
    made.append(item(key).set_name(f"{key!r}"))
    table[key] = made[-1]
table["1"], table[0] = table[0], table["1"]
del table[1]
table[1] = table[None]

names = [node.get_name() for node in table.values()]
flow = RayWorkflow(
    shown([repr(key) for key in table], list(table.values())),
    shown("names", names),
    shown("made", made),
    workflow_name="keys",
)
print(*flow.run(), sep="\n")
