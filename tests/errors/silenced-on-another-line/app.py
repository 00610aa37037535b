from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


leaf = load("a")
forgotten = add(  # the line of the warning
    leaf,
    b=[
        1,  # ffc: ignore[FFC412]
    ],
)

print(RayWorkflow(leaf, workflow_name="w").run())
