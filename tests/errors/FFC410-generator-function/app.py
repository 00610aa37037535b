from ffc import RayWorkflow, task


def squares(n):
    for i in range(n):
        yield i * i


@task
def total(numbers):
    return sum(numbers)


print(RayWorkflow(total(squares(3)), total(list(squares(3))), workflow_name="w").run())
