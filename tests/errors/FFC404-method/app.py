from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
class Counter:
    def increment(self, by):
        return by


leaf = Counter().increment(1, 2)

print(RayWorkflow(leaf, workflow_name="w").run())
