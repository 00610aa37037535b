"""A node is named behind the condition that decides which one is made."""

import os

from ffc import RayWorkflow, task


@task
def quick(points):
    return sum(points)


@task
def thorough(points, steps=2):
    return sum(points) * steps


@task
def report(values):
    return " ".join(map(str, values))


fast = "FAST_MODELS" in os.environ
steps = int(os.environ.get("STEPS_OF_MODELS", "3"))


def fitted(points):
    if fast:
        return quick(points)
    return thorough(points, steps=4)


def named(size):
    label = f"model of {size}"
    node = quick([size]) if fast else thorough([size])
    return node.set_name(label)


first = quick([1, 2]) if fast else thorough([1, 2])
first.set_name("first")

if fast:
    second = quick([3])
elif steps > 2:
    if steps > 5:
        second = thorough([3], steps=steps)
    else:
        second = thorough(list(range(steps)))
else:
    second = thorough([4])
second.set_name(f"second of {max(steps, 1)}")

models = [first, second, fitted([5, 6]).set_name("third")]
for size in (7, 8, 9):
    models.append(named(size))

last = None
for number in range(steps):
    if number % 2:
        last = quick([number])
    else:
        last = thorough([number], steps=number)
    last.set_name(f"last {number}")

flow = RayWorkflow(report([*models, last]), workflow_name="models")
flow.query("model of .*|first|last 2").set_remote_args({"num_cpus": 0.5})
print(flow.run())
