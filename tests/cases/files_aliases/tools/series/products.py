import math as m

from ffc import task


def multiplied(values):
    return m.prod(values)


@task
def product(values):
    return multiplied(values)
