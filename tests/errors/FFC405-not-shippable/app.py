from functools import lru_cache

from ffc import RayWorkflow, task


@lru_cache(1000)
def partitions(n, largest):
    if n == 0:
        return 1
    return sum(partitions(n - k, min(k, n - k)) for k in range(1, largest + 1))


@task
def count(n):
    return partitions(n, n)


print(RayWorkflow(count(50), workflow_name="partitions").run())
