"""Several workflows share a plugin; plugins in functions, loops and conditions."""
# arguments: yes

import random
import sys

from ffc import (
    InitializerPlugin,
    LocalWorkflow,
    PluginCollection,
    RandomStatePlugin,
    RayWorkflow,
    task,
)


@task
def draw(n):
    return [random.randint(0, 99) for _ in range(n)]


@task
def other():
    return "other"


def seeded(low, high):
    return RandomStatePlugin(low, high, seed=low, seed_func=random.seed)


def drawn(count, plugin, name):
    nodes = [draw(i + 1) for i in range(count)]
    flow = RayWorkflow(*nodes, workflow_name=name)
    return flow.query("draw.*").set_plugins(plugin), flow


shared = seeded(1, 4)
_, first = drawn(2, shared, "first")
print(first.run())
query, second = drawn(3, shared, name="second")
query.set_plugin(plugin=PluginCollection([InitializerPlugin(random.random), shared]))
print(second.run())

for number, plugin in enumerate([seeded(7, 8), shared, seeded(0.5, 2)]):
    one = draw(number + 1).set_name(f"one {number}")
    flow = LocalWorkflow(one, workflow_name=f"local {number}")
    flow.set_plugin(pattern="one .*", plugin=plugin)
    print(flow.run())

if sys.argv[1] == "yes":
    extra = draw(2).set_name("extra")
else:
    extra = other()
last = RayWorkflow(extra, workflow_name="last")
last.query("extra").set_plugins(shared)
print(last.run(), last.run())

for word in sys.argv[1:]:
    node = draw(len(word)).set_name(f"of {word}")
    again = RayWorkflow(node, workflow_name="again")
    again.set_plugin("of .*", seeded(20, 30))
    print(again.run())
