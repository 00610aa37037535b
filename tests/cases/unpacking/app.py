"""Tuple unpacking, swaps and chained assignments, of nodes and of constants."""

from ffc import RayWorkflow, task


@task
def point(x, y):
    return x, y


@task
def vector(start, end):
    return end[0] - start[0], end[1] - start[1]


@task
def cross(u, v):
    return u[0] * v[1] - u[1] * v[0]


a, b = point(0, 0), point(4, 1)
(width, height), depth = (3, 2), 5
c = corner = point(width, height)
a, b = b, a
u, v = vector(a, b), vector(a, c)
[area, (mirrored, nothing)] = cross(u, v), (cross(v, u), cross(u, u))

flow = RayWorkflow(area, mirrored, nothing, corner, workflow_name="triangle")
first, second, *more = flow.run()
print(first, second, more, depth)
print(first == -second)
