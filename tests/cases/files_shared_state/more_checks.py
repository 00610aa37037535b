from ffc import task
from registry import CHECKS, OPTIONS, register


@task
def contains(values, wanted):
    return wanted in values


for number in (4, 5):
    register(f"has {number}", lambda data, number=number: contains(data, number))
OPTIONS["checks"] = len(CHECKS)
