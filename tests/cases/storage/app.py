"""Results that are stored: of functions, items, objects of classes, in lists."""

import os
import tempfile
from dataclasses import dataclass

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow
from functionfuse.backends.plugins import InitializerPlugin
from functionfuse.storage import storage_factory

SCALE = 3


@dataclass
class Point:
    x: float
    y: float


def scaled(value):
    return value * SCALE


@workflow
def load(start, count=4):
    return list(range(start, start + count)), count


@workflow
def total(values, *, weight=1):
    return scaled(sum(values)) * weight


@workflow
def point(x, others):
    return {"point": Point(x, sum(others["values"])), "others": others}


@workflow
class Model:
    def __init__(self, rate):
        self.rate, self.seen = rate, []

    def fit(self, values):
        self.seen += values
        return len(self.seen)

    def score(self, value):
        return self.rate * sum(self.seen) + value


def prepare():
    os.environ["PREPARED"] = "yes"


# Where results are: a team has a disk here.
folder = os.path.join(tempfile.mkdtemp(), "results")
storage = storage_factory(
    {"kind": "ray", "options": {"remoteArgs": {"num_cpus": 0.5}, "path": folder}}
)

first = load(1).set_name("first data")
second = load(10, count=2)
sums = [total(first[0]), total(second[0], weight=2).set_name("a/b ../c")]

model = Model(0.5)
model.fit(first[0])
model.fit(second[0])
score = model.score(sums[0])

made = point(score, {"values": sums, "count": first[1]})

flow = RayWorkflow(made["point"], made, workflow_name="night 1")
flow.set_storage(storage)
flow.query(".*data").set_remote_args({"num_cpus": 1})
flow.query("total.*").set_plugins(InitializerPlugin(prepare))

corner, whole = flow.run(return_results=True)
print(corner, whole["others"])
print(isinstance(corner, Point), corner == Point(corner.x, corner.y))

for name in storage.list_tasks("night 1", "*"):
    print(name)
print(storage.read_task("night 1", "a/b ../c"))
again = storage.read_task("night 1", "point_0000")["point"]
print(again == corner)

storage.remove_task("night 1", pattern="total*")
storage.remove_task("night 1", task_name="first data")
print(storage.list_tasks("night 1", "*"))
storage.remove_workflow("night 1")
print(storage.list_tasks("night 1", "*"))
