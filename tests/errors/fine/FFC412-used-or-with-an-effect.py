import time

from ffc import RayWorkflow, task


@task
def load(n):
    return list(range(n))


@task
def show(parts):
    print(len(parts))


@task
def rest(parts):
    time.sleep(0.1)


@task
def check(parts):
    assert parts


@task
def total(parts):
    return sum(parts)


@task
def count(parts):
    return len(parts)


@task
class Store:
    def put(self, parts):
        return len(parts)


parts = load(10)
shown, rested, checked = show(parts), rest(parts), check(parts)
counted = count(parts)
Store().put(parts)
leaf = total(parts)
print(RayWorkflow(leaf, workflow_name="first").run())
print(RayWorkflow(counted, workflow_name="second").run())
