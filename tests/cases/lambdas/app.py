"""Lambdas and nested functions: as constants, as arguments, inside tasks."""

from functools import partial

from ffc import RayWorkflow, task

SCALES = {"double": lambda x: 2 * x, "square": lambda x: x * x}
LIMITS = (lambda: 10)()


def adder(amount):
    return lambda x: x + amount


def clip(low, x):
    return max(low, min(LIMITS, x))


@task
def transform(values, function, key=None):
    def one(value):
        return function(value)

    return sorted(map(one, values), key=key)


@task
def scale(values, how="double"):
    return list(map(SCALES[how], values))


numbers = [3, -1, 2]
squares = transform(numbers, SCALES["square"])
more = transform(squares, adder(5), key=lambda x: -x)
clipped = transform(more, partial(clip, 7))
scaled = scale(clipped, how="square")

flow = RayWorkflow(more, clipped, scaled, workflow_name="functions")
print(flow.run())
