"""Seeds go on from run to run: each makes its steps anew."""
import random

import graphbook as gb
from functionfuse.backends.plugins import InitializerPlugin, PluginCollection, RandomStatePlugin
from graphbook.steps import SourceStep, Step

TIMES = [2, 3]


def once_more(seed):
    random.seed(2 * seed)


@gb.remote
class Draw(SourceStep):
    def load(self):
        return {"out": [{"n": random.randint(0, 99)} for _ in range(3)]}


@gb.remote
class Add(Step):
    Parameters = {"value": {"type": "number"}}

    def __init__(self, value):
        super().__init__()
        self.value = value

    def on_data(self, note):
        note["n"] += self.value


gb.init()
seeds = RandomStatePlugin(1, 5, 3, random.seed)
drawn = Draw.remote()
added = Add.remote(value=100).bind("out", drawn)
added.set_plugin("Draw", seeds)
first = gb.run(added, name="first")
largest = max(note["n"] for note in first["out"])
more = Add.remote(value=largest).bind("out", drawn, "out", added)
again = gb.run_async(more, name="again")
print(first, again.result())
more.query().set_plugins(PluginCollection([seeds, InitializerPlugin(random.random)]))
print(gb.run(more))
drawn.query("Draw").set_plugin(RandomStatePlugin(1, 5, 3, once_more))
print(gb.run(drawn))
for times in TIMES:
    print(times, gb.run(drawn)["out"][:times])
drawn.query("Draw").set_plugin(None)
print(len(gb.run(added)["out"]))
