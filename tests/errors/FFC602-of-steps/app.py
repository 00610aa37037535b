"""Seeds of steps that have no order."""
import random

import ffc as gb
from ffc import RandomStatePlugin


@gb.remote
class Draw(gb.SourceStep):
    def load(self):
        return {"out": [{"n": random.randint(1, 6)}]}


drawn = Draw.remote()
drawn.set_plugin("Draw", RandomStatePlugin(min=9, max=1, seed=1, seed_func=random.seed))
print(gb.run(drawn))
