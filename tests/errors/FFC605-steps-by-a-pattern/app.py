"""Only the command line says which steps get the plugin."""
import random
import sys

import ffc as gb
from ffc import RandomStatePlugin


@gb.remote
class Draw(gb.SourceStep):
    def load(self):
        return {"out": [{"n": random.randint(1, 6)}]}


drawn = Draw.remote()
drawn.set_plugin(sys.argv[1], RandomStatePlugin(1, 9, 1, random.seed))
print(gb.run(drawn))
