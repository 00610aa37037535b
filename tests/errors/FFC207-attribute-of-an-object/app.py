from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
class Counter:
    def __init__(self):
        self.total = 0

    def increment(self, by):
        self.total += by


counter = Counter()
counter.increment(1)
leaf = load(counter.total)

print(RayWorkflow(leaf, workflow_name="w").run())
