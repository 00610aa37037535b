from ffc import RayWorkflow, task

SEEN = []  # ffc: ignore[FFC406]


@task
def load(path):
    SEEN.append(path)  # ffc: ignore[FFC407, FFC406]
    return [path]


# ffc: ignore[FFC401]
print(RayWorkflow(load("a"), workflow_name="w").run())
