"""Nodes and items inside lists, tuples and dicts, at any depth, in any argument."""

from ffc import RayWorkflow, task


@task
def tree(left, right=None):
    return {"left": left, "right": right}


@task
def leaf(value):
    return value, -value


@task
def flatten(thing, *rest, extra=()):
    """All numbers in it, in order."""
    if isinstance(thing, dict):
        thing = list(thing.values())
    if isinstance(thing, (list, tuple)):
        found = [n for part in thing for n in flat(part)]
    else:
        found = [thing]
    return found + [n for part in [*rest, *extra] for n in flat(part)]


def flat(thing):
    if isinstance(thing, dict):
        return flat(list(thing.values()))
    if isinstance(thing, (list, tuple)):
        return [n for part in thing for n in flat(part)]
    return [thing]


one, two = leaf(1), leaf(2)
three = leaf(3)

shallow = flatten([one, two])
deep = flatten({"a": [one[0], (two[1], {"b": three})], "c": 4}, [[5]], extra=[one, (6,)])
plain = flatten([1, (2, 3)], 4)  # the same task, with no node inside
both = tree([one[0]], right={"two": two[0], "list": [three[1]]})
empty = flatten([], {}, extra=[])

flow = RayWorkflow(shallow, deep, plain, both, empty, workflow_name="nested")
results = flow.run()
for result in results:
    print(result)
