from ffc import RayWorkflow, task


@task
def rows(count):
    for k in range(count):
        yield k * k


@task
def total(values):
    return sum(values)


print(RayWorkflow(total(rows(4)), workflow_name="w").run())
