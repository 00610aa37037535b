import contextlib

from ffc import RayWorkflow, task


@task
def add(a, b):
    return a + b


with contextlib.nullcontext():
    options = {"b": 0}
    first = add(**{"a": 0, **options})

by_name = {"first": first}
names, nodes = (set(), [])
for word in "a/b":
    names.add(word)
    nodes.append(add(0, len(names)).set_name(word))

RayWorkflow(*nodes, *by_name.values(), workflow_name="all").run()
print(RayWorkflow(*nodes, workflow_name="all").run())
