"""Plugins of the app's own, with a state, beside others."""
# arguments: 40

import random
import sys

from ffc import InitializerPlugin, Plugin, PluginCollection, RandomStatePlugin, RayWorkflow, workflow

START = int(sys.argv[1])


class Counting(Plugin):
    """Seeds by what it counts."""

    def __init__(self, step):
        self.step = step
        self.count = 0

    def local_initialize(self):
        self.count += self.step

    def remote_initialize(self):
        count = self.count
        if count == 20:
            return None  # nothing to do any more
        return lambda: random.seed(count)


@workflow
def draw(n):
    return [random.randint(0, 100) for _ in range(n)]


@workflow
def constant(n):
    return n


nodes = [draw(1).set_name("one"), draw(2).set_name("two"), draw(1).set_name("three")]
last = constant(4)
print("made")
flow = RayWorkflow(*nodes, last, workflow_name="own")
counting = Counting(10)
given = RandomStatePlugin(START, START + 1, START, random.seed)
flow.query("one").set_plugins(counting)
flow.query("two").set_plugins(given)
flow.query("three").set_plugins(PluginCollection([given, counting, InitializerPlugin(random.random)]))
flow.query("constant.*").set_plugin(counting)
print(counting.count)
print(flow.run())
print(counting.count)
first, counting = counting, Counting(7)
print(flow.run(), first.count, counting.count)
