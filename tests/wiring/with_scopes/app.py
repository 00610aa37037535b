"""`with … as`: a scope names nodes, keeps them, and nests in others."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


class Scope:
    """Gives nodes names that begin with the scope's, and remembers them."""

    def __init__(self, name, parent=None):
        self.path = name if parent is None else f"{parent.path}/{name}"
        self.nodes = []

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.nodes.reverse()

    def add(self, name, node):
        node.set_name(f"{self.path}/{name}")
        self.nodes.append(node)
        return node


@workflow
def weather(city):
    return [len(city), len(city) % 4]


@workflow
def forecast(today, days):
    return [value + day for value in today for day in range(days)]


with Scope("europe") as europe:
    bern = europe.add("bern", weather("bern"))
    with Scope("forecast", parent=europe) as later:
        for days in (1, 3):
            later.add(f"in {days}", forecast(bern, days))
    lisbon = europe.add("lisbon", weather("lisbon"))

flow = RayWorkflow(*europe.nodes, *later.nodes, workflow_name="forecasts")
flow.query("europe/forecast/.*").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in europe.nodes + later.nodes])
print(flow.run(return_results=True))
