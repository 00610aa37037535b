from ffc import RayWorkflow, task


@task
def report(values):
    import texts
    from texts import joined

    return joined(values) + texts.END


def main():
    from effects import hello

    print(RayWorkflow(report([hello, 2]), workflow_name="report").run())


main()
