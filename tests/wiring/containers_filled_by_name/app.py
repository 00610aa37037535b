"""Lists and dicts that loops fill through a variable, in containers with nodes."""

from ffc import RayWorkflow, task


@task
def show(given, more=0):
    return f"{given} {more}"


labels = []
for row in ("a", "b"):
    called = str(row)
    labels.append(called)

one = show(1)
plain = show((1, (labels, 1)))
nested = show((one, (labels, 1)))
listed = show([one, [labels, 1]])
mapped = show({"a": labels, "b": one}, more=[one, {"a": labels}])
kept = [one, labels]
held = show(kept)

sizes = {}
seen = {}
for row in ("a", "b"):
    called = str(row)
    sizes[called] = 1
    seen[row] = called
counted = show((one, [sizes, 1]), more=(one, (seen, [2])))
deep = {"k": [one, {"r": sizes}]}
deeper = show(deep)


def build(names, first):
    local = []
    for name in names:
        text = name + "!"
        local.append(text)
    return show([first, (local, names)]), show({"a": local, "b": [first]})


last, other = build(["p", "q"], one)
again, end = build(["r"], other)

leaves = (plain, nested, listed, mapped, held, counted, deeper, last, other, again, end)
for line in RayWorkflow(*leaves, workflow_name="w").run():
    print(line)
