"""Plugins on steps and nodes: each has its seed, in the order of their making."""
# driver: --chunk 2
import decimal
import random

import ffc as gb
from ffc import InitializerPlugin, PluginCollection, RandomStatePlugin, RayWorkflow, workflow


def short():
    decimal.getcontext().prec = 4


def usual():
    decimal.getcontext().prec = 28


def set_seed(seed):
    random.seed(seed)


@gb.remote
class Throws(gb.SourceStep):
    Parameters = {"count": {"type": "number", "default": 3}}

    def __init__(self, count):
        super().__init__()
        self.counts = [random.randint(1, 6) for _ in range(count)]  # the seed is set by now

    def load(self):
        return {"out": [{"throw": throw, "weight": random.random()} for throw in self.counts]}


@gb.remote(num_cpus=0.5)
class Third(gb.Step):
    def on_data(self, note):
        note["third"] = str(decimal.Decimal(note["throw"]) / 3)


@gb.remote
def noise(note, most):
    note["noise"] = random.randint(0, most)


@workflow
def limit():
    return random.randint(10, 99)


@workflow
def report(notes, others):
    return [random.randint(0, 9), *notes["out"], *others]


throws = Throws.remote(count=4)
thirds = Third.remote().bind("out", throws)
noises = noise.remote(most=limit().set_name("limit")).bind("out", thirds)
others = Third.remote().bind("out", Throws.remote())
told = report(noises, others["out"]).set_name("told")
flow = RayWorkflow(told, workflow_name="seeds")
seeds = RandomStatePlugin(min=10, max=13, seed=10, seed_func=set_seed)
flow.query("Throws|limit|told").set_plugins(seeds)
flow.set_plugin(pattern="noise|Throws.2", plugin=seeds)
flow.query("Third").set_plugin(PluginCollection([InitializerPlugin(short), seeds]))
flow.query("Third.2").set_plugin(InitializerPlugin(usual))
print(flow.run())
