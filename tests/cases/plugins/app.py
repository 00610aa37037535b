"""One plugin on two queries, a collection in a collection, seeds that start again."""

import random

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow
from functionfuse.backends.plugins import InitializerPlugin, PluginCollection, RandomStatePlugin

SCALE = 1
LOG = []


def init_scale():
    """What this binds, the nodes with the plugin see."""
    global SCALE
    SCALE = 100


def init_unit():
    global SCALE
    SCALE = 1


def init_log():
    LOG[:] = ["begun"]


def set_seed(seed):
    random.seed(seed)
    LOG.append(seed)


@workflow
def draw(n):
    return [random.randint(0, SCALE) for _ in range(n)], [*LOG]


@workflow
def total(*drawn):
    return sum(number for numbers, _ in drawn for number in numbers)


seeds = RandomStatePlugin(min=10, max=12, seed=10, seed_func=set_seed)
both = PluginCollection([InitializerPlugin(init_log), seeds])
everything = PluginCollection([InitializerPlugin(func=init_scale), both])
unit = PluginCollection(plugins=[both, InitializerPlugin(init_unit)])

one = draw(2).set_name("one")
two = draw(3).set_name("two")
three = draw(1).set_name("three")
four = draw(1).set_name("four")
sums = total(one, two, three, four)
flow = RayWorkflow(sums, workflow_name="draws")
flow.query("one|t.*").set_plugins(everything)
flow.query("two").set_plugins(unit).set_remote_args({"num_cpus": 1})  # in place of the other
flow.set_plugin("four", everything)
print(flow.run())
print(RayWorkflow(one, two, three, four, workflow_name="more").run())
