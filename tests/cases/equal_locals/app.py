"""Functions with equal local names; names of the module used and hidden inside them."""

from ffc import RayWorkflow, task

scale = 10
data = [3, 1, 2]


@task
def order(data, scale=1):
    return sorted(x * scale for x in data)


@task
def merge(a, b):
    return sorted(a + b)


def left():
    data = [5, 4]
    result = order(data)
    return result


def right(scale):
    global count
    count = len(data)
    result = order(data, scale)
    a = result
    return a


def both(a):
    result = merge(a, left())
    b = right(scale * 2)
    return merge(result, b)


result = both(order(data, scale=scale))
scale = 0
flow = RayWorkflow(result, left(), workflow_name="orders")
a, b = flow.run()
print(a, b, scale, data, count)
