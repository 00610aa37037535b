from functools import cache, wraps

from ffc import RayWorkflow, task


@cache
def path(name):
    return f"/data/{name}"


def loud(function):
    @wraps(function)
    def call(*args):
        return function(*args)

    return call


@loud
def double(x):
    return 2 * x


@task
def load(path):
    return [double(path)]


print(RayWorkflow(load(path("a")), workflow_name="w").run())
