import first
from ffc import task

print("second is imported, first is", first.VALUE)
first.LOG.append("second")
first.VALUE += 5


@task
def shifted(value):
    return value + len("second")
