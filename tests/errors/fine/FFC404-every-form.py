from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


@task
def add(a, b):
    return a + b


@task
def many(first, /, second, *rest, third=3, **others):
    return [first, second, rest, third, others]


@task
class Counter:
    start = 1

    def increment(self, by=1):
        return by


class Base:
    def __init__(self, start):
        self.total = start


@task
class Child(Base):
    def get(self):
        return self.total


leaf = many(1, 2, 3, 4, third=5, sixth=6)
other = many(*[1], **{"second": 2})
both = add(b=leaf, a=other)
calls = add(Counter().increment(), Child(start=1).get())
print(RayWorkflow(both, calls, workflow_name="w").run())
