"""Several objects of one class; names and options of constructors and calls."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
class Counter:
    def __init__(self, start, step=1):
        self.value, self.step = start, step

    def next(self):
        self.value += self.step
        return self.value

    def set_step(self, step):
        self.step = step


@workflow
def product(a, b):
    return a * b


LOCAL = {"resources": {"disk": 2}, "num_cpus": 4}

up = Counter(0).set_name("upward")
down = Counter(100, step=-10).set_name("downward")
third = Counter(0)

first = up.next()
top = down.next().set_name("first step down")
up.set_step(first)
second = up.next()
up.set_step(step=50)
last = up.next().set_name("last")
result = product(last, down.next())

leaves = (result, second, top, third.next())
flow = RayWorkflow(*leaves, workflow_name="counters", ray_init_args=LOCAL)
flow.query("(up|down)ward").set_remote_args({"num_cpus": 0.5, "max_restarts": 1})
flow.query("Counter_0002").set_remote_args({"resources": {"disk": 1}})
flow.query("last|.*down").set_remote_args({"max_task_retries": 2})
print(flow.run(return_results=True))
