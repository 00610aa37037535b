from concurrent.futures import ThreadPoolExecutor as Pool

from ffc import RayWorkflow, task


@task
def lines(file, pools=()):
    return len(list(file))


@task
def total(numbers):
    return sum(numbers)


squares = (n * n for n in range(10))
flow = RayWorkflow(
    lines(open(__file__), pools=[Pool(2)]),
    total(squares),
    total([n for n in range(3)]),
    workflow_name="w",
)
print(flow.run())
