import rates
from ffc import task

START = 3


@task
def grown(size):
    return size * rates.rate(size)
