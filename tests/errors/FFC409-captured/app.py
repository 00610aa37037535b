import numpy as np

from ffc import RayWorkflow, task

WIDTH, HEIGHT = 4_000, 2_500
SIDE = 1_000
GRID = np.zeros((SIDE, 10 * SIDE))
WEIGHTS = [1] * 50


def value(x, y):
    return GRID[x, y] * WEIGHTS[0]


@task
def interpolate(x, y):
    return value(x, y) + value(x + 1, y + 1)


print(RayWorkflow(interpolate(1, 2), workflow_name="w").run())
