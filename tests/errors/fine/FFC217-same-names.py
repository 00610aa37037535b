from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def clean(load):
    return load("a")


@task
def train(path, add=1):
    load = str
    return [load(path), add, clean(str)]


@task
def nested(n):
    def add(a, b):
        return a - b

    return add(n, 1)


leaf = add(train("a"), nested(2))

print(RayWorkflow(leaf, workflow_name="w").run())
