"""Plugins of nodes of loops: over known values, in each other, in ones that stay."""
# arguments: 3

import random
import sys

from ffc import InitializerPlugin, PluginCollection, RandomStatePlugin, RayWorkflow, workflow


def start():
    random.seed(0)


@workflow
def draw(n, high):
    return [random.randint(0, high) for _ in range(n)]


@workflow
def join(parts):
    return sum(parts, [])


drawn = []
for name, n in [("a", 1), ("b", 2), ("c", 3)]:
    drawn.append(draw(n, 9).set_name(name))

tables = []
for kind in ["x", "y"]:
    rows = []
    for size in [10, 100]:
        rows.append(draw(1, size).set_name(f"{kind}{size}"))
    tables.append(join(rows).set_name(f"table {kind}"))

own = [draw(i, 99).set_name(f"own {i}") for i in range(int(sys.argv[1]))]

flow = RayWorkflow(*drawn, *tables, *own, workflow_name="loops")
seeds = RandomStatePlugin(5, 7, 5, random.seed)
rows = RandomStatePlugin(100, 1_000, 100, random.seed)
flow.query("[abc]").set_plugins(PluginCollection([InitializerPlugin(start), seeds]))
flow.query("[xy].*").set_plugins(PluginCollection([rows]))
flow.query("own .*").set_plugins(RandomStatePlugin(0, 1, 1, random.seed))
print(flow.run())
