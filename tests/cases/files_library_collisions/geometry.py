import math as m
import statistics

from ffc import task


def mean(values):
    return m.floor(statistics.mean(values))


@task
def distance(one, other):
    return m.dist(one, other), mean([*one, *other])
