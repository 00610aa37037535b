"""A function that is a step is none for a plugin."""
import random

import ffc as gb
from ffc import InitializerPlugin


@gb.remote
class Draw(gb.SourceStep):
    def load(self):
        return {"out": [{"n": random.randint(1, 6)}]}


@gb.remote
def shuffle(note):
    random.seed(note["n"])


drawn = shuffle.bind("out", Draw.remote())
drawn.query("Draw").set_plugin(InitializerPlugin(shuffle))
print(gb.run(drawn))
