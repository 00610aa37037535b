"""Modules that import the same libraries under different names, and hide others'."""

import math
from statistics import mean

from ffc import RayWorkflow, task
from geometry import distance
from numbers_of import m, mean_of


@task
def spread(points):
    return round(math.sqrt(mean(point * point for point in points)), 3)


nodes = [spread(m), distance((0, 0), (3, m[0])), mean_of(m)]
flow = RayWorkflow(*nodes, workflow_name="libraries")
print(flow.run(), mean(m), math.floor(2.5))
