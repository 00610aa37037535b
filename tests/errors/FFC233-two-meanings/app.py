from ffc import RayWorkflow, task


@task
def report(values, short):
    from texts import joined

    if short:
        from lines import joined
    return joined(values)


print(RayWorkflow(report([1, 2], short=True), workflow_name="report").run())
