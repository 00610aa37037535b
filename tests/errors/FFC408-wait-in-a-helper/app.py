from ffc import RayWorkflow, task


def first(refs):
    from ray import wait

    ready, _ = wait(refs)
    return ready[0]


@task
class Reader:
    def read(self, refs):
        return first(refs)


print(RayWorkflow(Reader().read([]), workflow_name="w").run())
