from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


def build():
    @task
    def double(x):
        return 2 * x

    return double(load("a"))


leaf = build()

print(RayWorkflow(leaf, workflow_name="w").run())
