from ffc import RayWorkflow, task


@task
def report(values):
    from texts import joined

    return joined(values)


print(RayWorkflow(report([1, 2]), workflow_name="report").run())
