"""A bound on the tasks in flight; results with and without the flag."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

AT_ONCE = 2


@workflow
def square(x):
    return x * x


@workflow
def halves(x):
    return x // 2, x % 2


@workflow
class Total:
    def __init__(self):
        self.total = 0

    def add(self, value):
        self.total += value
        return self.total


a, b, c = square(1), square(2), square(3)
total = Total()
total.add(a)
total.add(b)
end = total.add(c)
low, high = halves(c)[0], halves(c)[1]

flow = RayWorkflow(end, low, high, workflow_name="pending")
print(flow.run(return_results=True, max_pending_tasks=AT_ONCE))
print(flow.run(True, 3))
print(flow.run(max_pending_tasks=0, return_results=True))
