from math import floor as mean

from ffc import task

m = [4, 1, 9]


def math(values):
    return mean(sum(values) / len(values))


@task
def mean_of(values):
    return math(values)
