"""A function in place of a plugin for a step."""
import random

import ffc as gb


@gb.remote
class Draw(gb.SourceStep):
    def load(self):
        return {"out": [{"n": random.randint(1, 6)}]}


def prepare():
    random.seed(1)


drawn = Draw.remote()
drawn.query("Draw").set_plugin(prepare)
print(gb.run(drawn))
