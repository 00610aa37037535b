from ffc import task
from rates import rate

START = 3


@task
def grown(size):
    return size * rate(size)
