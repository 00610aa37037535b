from ffc import RayWorkflow, task

CACHE = {}
model = None


@task
def predict(x):
    global model
    if model is None:
        model = len("slow")  # ffc: ignore[FFC406] each worker has its own
    CACHE.setdefault(  # ffc: ignore[FFC406]
        x,
        [],
    )
    CACHE.update(
        {x: x},
    )  # ffc: ignore[FFC406]
    return model + x


print(RayWorkflow(predict(3), workflow_name="w").run())
