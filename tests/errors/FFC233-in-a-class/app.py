from ffc import RayWorkflow, task


@task
class Report:
    from texts import joined

    def of(self, *values):
        return Report.joined(values)


print(RayWorkflow(Report().of(1, 2), workflow_name="report").run())
