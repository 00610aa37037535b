"""Plugins in a loop, lambdas with defaults, and many seeds."""

import random

from ffc import InitializerPlugin, RandomStatePlugin, RayWorkflow, task


@task
def draw(n, kind=""):
    return kind, [random.randint(0, 99) for _ in range(n)]


@task
def total(drawn):
    return sum(number for _, numbers in drawn for number in numbers)


for kind, plugin in {"x": RandomStatePlugin(1, 5, 1, random.seed), "y": None}.items():
    flow = RayWorkflow(*[draw(n, kind=kind) for n in range(3)], workflow_name=kind)
    if plugin is None:
        plugin = InitializerPlugin(lambda kind=kind: random.seed(kind))
    flow.query().set_plugins(plugin)
    print(flow.run())

seeds = RandomStatePlugin(0, 30, 0, random.seed)
many = [draw(1).set_name(f"many {i}") for i in range(40)]
flow = RayWorkflow(total(many), workflow_name="many")
flow.set_plugin("many.*", seeds)
print(flow.run())
