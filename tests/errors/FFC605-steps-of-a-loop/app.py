"""How many steps there are by then, and so the title, only the driver knows."""
import random
import sys

import ffc as gb
from ffc import RandomStatePlugin


@gb.remote
class Draw(gb.SourceStep):
    def load(self):
        return {"out": [{"n": random.randint(1, 6)}]}


for _ in sys.argv:
    print(gb.run(Draw.remote()))
last = Draw.remote()
last.query("Draw.2").set_plugin(RandomStatePlugin(1, 9, 1, random.seed))
print(gb.run(last))
