"""Default names count the calls of each function; queries find them."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def sum(a, b):
    return a + b


@workflow
def product(a, b):
    return a * b


@workflow
class Store:
    def __init__(self, first):
        self.values = [first]

    def push(self, value):
        self.values.append(value)
        return len(self.values)


x = sum(1, 2)
y = product(x, 4)
z = sum(y, x)
store = Store(z)
n = store.push(y)
m = store.push(sum(n, n).set_name("named"))

flow = RayWorkflow(m, workflow_name="names")
print(x.get_name(), y.get_name(), z.get_name(), n.get_name(), m.get_name())
flow.query("sum_0000").set_remote_args({"num_cpus": 1})
flow.query("sum_.*").set_remote_args({"max_retries": 5})
flow.query(r"product_\d{4}").set_remote_args({"num_cpus": 2, "max_retries": 0})
flow.query("Store_0000").set_remote_args({"max_restarts": 1})
flow.query("Store.push_0001").set_remote_args({"max_task_retries": -1})
flow.query("named").set_remote_args({"num_cpus": 0.25})
print(flow.run(return_results=True))
