"""All kinds of steps and resources with plugins, some of the app's own."""
# driver: --chunk 1
import random
import sys

import ffc as gb
from ffc import InitializerPlugin, Plugin, RandomStatePlugin

PLACES = []
UNITS = {"unit": "none"}


class Labelled(Plugin):
    def __init__(self, label):
        self.label, self.count = label, 0

    def local_initialize(self):
        self.count += 1

    def remote_initialize(self):
        label = f"{self.label} {self.count}"
        return lambda: sys.argv.append(label)


def in_meters():
    UNITS["unit"] = "m"


@gb.remote
class Largest(gb.Resource):
    def value(self):
        return random.randint(50, 60)


@gb.remote
class Lengths(gb.GeneratorSourceStep):
    """Lengths of something."""

    def __init__(self, largest):
        super().__init__()
        self.largest = largest

    def load(self):
        for n in range(3):
            yield {"out": {"lengths": [n, random.randint(0, self.largest)]}}


@gb.remote
class Mean(gb.BatchStep):
    def __init__(self, batch_size, item_key):
        super().__init__(batch_size, item_key)
        self.name = f"{type(self).__name__}: {sys.argv[-1]}"

    def on_item_batch(self, outputs, items, notes):
        for note in notes:
            note["mean"] = self.name, sum(items) + random.randint(0, 9)


@gb.remote
class MeanOfTwo(Mean):
    Outputs = ["two"]

    def route(self, note):
        return "two"


def is_short(lengths, note):
    return sum(lengths) < 40


@gb.remote
def in_units(note):
    note["unit"] = UNITS["unit"]
    note["noise"] = random.randint(0, 9)


splitter = gb.remote(gb.SplitByItems)
seeds = RandomStatePlugin(0, 99, int(sys.argv[1]) if sys.argv[1:] else 7, random.seed)
lengths = Lengths.remote(largest=Largest.remote(val="any"))
mean = Mean.remote(batch_size=3, item_key="lengths")
two = MeanOfTwo.remote(batch_size=2, item_key="lengths").bind("out", lengths)
means = mean.bind("out", lengths, "two", two)
known = splitter.remote(split_items_fn=is_short, item_key="lengths").bind("out", means)
ended = in_units.bind("out", mean.bind("A", known, "B", known))
ended.query("Largest|Lengths").set_plugin(seeds)
ended.query(".*Split.*").set_plugin(InitializerPlugin(lambda: PLACES.append("here")))
labels = Labelled("mean")
ended.query("Mean.*").set_plugin(gb.PluginCollection([labels, seeds, labels]))
ended.set_plugin("in_units", gb.PluginCollection([InitializerPlugin(in_meters), seeds]))
for note in gb.run(ended)["out"]:
    print(note)
