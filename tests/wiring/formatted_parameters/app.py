"""F-strings of functions that are staged, where constants stand for parameters."""

import json

from ffc import RayWorkflow, task


@task
def add(number):
    return number + 1


sizes = json.loads("[1, 2]")


def build(kind, level, size):
    print(f"{kind} at {level:>4}: {size}")
    return add(size).set_name(f"{kind}-{level} {size}")


nodes = [
    build("it's", 3, sizes[0]),
    build('the "best"', -3, sizes[1]),
    build("in\ntwo\\lines {all}", 1.5, sizes[0]),
    build("{all}", True, sizes[1]),
]
for size in sizes:
    for method in ["newton", "secant"]:
        nodes.append(build(method, 0, size))
        if method == "newton":
            nodes.append(add(size).set_name(f"{method}: {size}"))
print(RayWorkflow(*nodes, workflow_name="all").run())
