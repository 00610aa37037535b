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


leaf = add([load("a"), {"b": Counter().increment(1)[0]}], print)

print(RayWorkflow(leaf, workflow_name="w").run())
