from ffc import task

from . import products, sums


@task
def both(values):
    return sums.added(values), products.multiplied(values)
