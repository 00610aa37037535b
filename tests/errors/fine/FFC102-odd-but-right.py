from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


leaf = \
    load(
        "a",  # a comment
    )
if True: leaf = add(leaf, 1); other = 2

print(RayWorkflow(leaf, workflow_name="w").run())
