from ffc import task

from . import VERSION


@task
def versioned(number):
    return number + VERSION
