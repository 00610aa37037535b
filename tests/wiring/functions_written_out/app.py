"""Functions that make nodes, but no functions of the driver: calls that differ."""

from ffc import RayWorkflow, task


@task
def load(kind):
    return [len(kind)]


@task
def scale(values, factor):
    return [value * factor for value in values]


@task
def add(values, more):
    return [*values, *more]


def by_kind(kind):
    """Only moons are scaled twice."""
    data = load(kind)
    once = scale(data, 2)
    if kind == "moons":
        once = scale(once, 3)
    return add(data, once)


def short(kind):
    return scale(load(kind), 5)


def alone(kind):
    """Is called once."""
    data = load(kind)
    more = scale(data, 7)
    return add(data, more)


def total(kind):
    """Its name is that of a variable, too."""
    data = load(kind)
    more = scale(data, 8)
    return add(data, more)


def counted(start):
    """What nodes get is computed from what the calls give."""
    data = load("x" * start)
    more = scale(data, start * start)
    return add(data, more)


def back(values, times):
    """Calls itself."""
    if times == 0:
        return values
    first = scale(values, times)
    second = scale(first, 2)
    third = add(first, second)
    return back(third, times - 1)


leaves = [by_kind("moons"), by_kind("circles"), short("a"), short("b"), alone("c")]
sums = [total("d"), total("e")]
total = add(sums[0], sums[1])
leaves += [*sums, total]
leaves += [counted(2), counted(3), back(load("h"), 2), back(load("i"), 1)]
for line in RayWorkflow(*leaves, workflow_name="written out").run(return_results=True):
    print(line)
