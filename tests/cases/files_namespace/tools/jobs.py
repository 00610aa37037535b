from ffc import task

from .sub.signs import negative


@task
def negated(number):
    return negative(number)
