"""A plugin of the app's own, seen to count: in the run, in the order of the nodes."""
# arguments: aa b

import random
import sys

from ffc import Plugin, RayWorkflow, workflow


class Own(Plugin):
    def __init__(self):
        self.n = 0

    def local_initialize(self):
        self.n += 1
        print("local", self.n)

    def remote_initialize(self):
        n = self.n
        return lambda: random.seed(n)


@workflow
def draw(n):
    return [random.randint(0, 99) for _ in range(n)]


own = Own()
before = draw(1).set_name("before")
print("first")
nodes = [draw(len(arg)).set_name(f"arg {arg}") for arg in sys.argv[1:]]
after = draw(4).set_name("after")
print("second")
flow = RayWorkflow(before, *nodes, after, workflow_name="w")
flow.query().set_plugins(own)
print("third")
print(flow.run())
for _ in sys.argv[1:]:
    again = RayWorkflow(draw(3).set_name("again"), workflow_name="again")
    again.query("again").set_plugin(own)
    print(again.run())
flow.query("before").set_plugin(None)
