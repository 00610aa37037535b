"""Plugins of functions inside of functions, the app's own, of nodes that take notes."""

import random
from dataclasses import dataclass

import graphbook as gb
from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow
from functionfuse.backends.plugins import InitializerPlugin, PluginCollection, RandomStatePlugin
from functionfuse.backends.plugins.baseplugins import Plugin


@dataclass
class Seeded(Plugin):
    seed: int = 0

    def local_initialize(self):
        self.seed += 1

    def remote_initialize(self):
        seed = self.seed

        def setup():
            random.seed(seed)

        return setup


@gb.remote
class Numbers(gb.steps.SourceStep):
    def load(self):
        return {"out": [gb.Note({"n": 10}), gb.Note({"n": 20})]}


@workflow
def draw(n):
    return [random.randint(0, 99) for _ in range(n)]


@workflow
def count(notes):
    return [random.randint(0, note["n"]) for note in notes["out"]]


def main():
    base = 3

    def setup():
        random.seed(base)

    def by(seed):
        random.seed(seed + base)

    plugins = {"a": InitializerPlugin(setup), "b": RandomStatePlugin(1, 2, 1, by)}
    plugins["c"] = PluginCollection([plugins["b"], plugins["a"], plugins["b"]])
    nodes = {name: draw(2).set_name(name) for name in plugins}
    nodes["d"] = count(Numbers.remote()).set_name("d")
    flow = RayWorkflow(*nodes.values(), workflow_name="w")
    for name, plugin in plugins.items():
        flow.query(name).set_plugins(plugin)
    one = Seeded(3)
    flow.query("d").set_plugins(PluginCollection([Seeded(seed=7), one]))
    print(flow.run())
    print(one.seed)


if __name__ == "__main__":
    main()
