from ffc import RayWorkflow, task

SEEN = []


@task
def load(path):
    SEEN.append(path)  # ffc: ignore[FFC406, FFC4O7, ffc407] a list for each worker
    return [path]


print(RayWorkflow(load("a"), workflow_name="w").run())  # noqa: T201 # ffc: ignore[E501]
