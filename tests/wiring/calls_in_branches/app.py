"""Methods of an object are called in one branch, or run in the other."""

import os

from ffc import RayWorkflow, task


@task
class Counter:
    def __init__(self, start):
        self.count = start

    def add(self, amount):
        self.count += amount
        return self.count


@task
def double(number):
    return 2 * number


counter = Counter(1)
first = counter.add(2)
doubled = double(first)
if os.environ.get("AGAIN"):
    counter.add(20)  # warns: FFC401
    double(doubled)  # warns: FFC401
else:
    last = counter.add(first)
    print(RayWorkflow(last, doubled, workflow_name="counted").run())
