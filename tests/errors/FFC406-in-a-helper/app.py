from ffc import RayWorkflow, task

CACHE = {}


def square(n):
    if n not in CACHE:
        CACHE[n] = n * n
    return CACHE[n]


def distance(a, b):
    return square(a) + square(b)


@task
def near(a, b):
    return distance(a, b) < 10


print(RayWorkflow(near(1, 2), workflow_name="w").run())
