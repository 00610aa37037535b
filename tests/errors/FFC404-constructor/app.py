from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
class Counter:
    def __init__(self, start):
        self.total = start

    def increment(self, by):
        self.total += by
        return self.total


counter = Counter()
leaf = counter.increment(1)

print(RayWorkflow(leaf, workflow_name="w").run())
