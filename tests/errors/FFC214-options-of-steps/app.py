"""A query that finds steps alone, for which it has options."""
import random

import ffc as gb


@gb.remote
class Draw(gb.SourceStep):
    def load(self):
        return {"out": [{"n": random.randint(1, 6)}]}


drawn = Draw.remote()
drawn.query("Draw").set_remote_args({"num_cpus": 1})
print(gb.run(drawn))
