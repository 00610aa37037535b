from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def clean(path):
    return load(path)


@task
def train(path):
    return clean(path)


leaf = train("a")

print(RayWorkflow(leaf, workflow_name="w").run())
