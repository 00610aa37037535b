import numpy as np

from ffc import RayWorkflow, task

SMALL = np.zeros((100, 100))
WORDS = ["a", "b"] * 100
COUNT = 10_000_000
LAZY = range(COUNT)
UNUSED = [0] * COUNT
EVEN = [n for n in range(COUNT) if n % 2 == 0]  # its length is not plain to see
PATH = "data" + "/" * 3


@task
def grid(n):
    return np.zeros((COUNT // n, 2)), SMALL[0, 0], len(LAZY), WORDS[0], EVEN[:1], PATH


@task
def count(table):
    return len(table)


table = [0] * COUNT
lengths = [len(table), len(UNUSED)]
print(RayWorkflow(grid(1000), count(table), count(len(UNUSED)), workflow_name="w").run(), lengths)
