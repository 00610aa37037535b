"""All steps of a class, however many the driver makes; `set_remote_args` of all leaves steps alone."""
import random
import sys

import ffc as gb
from ffc import RandomStatePlugin, RayWorkflow, task


@gb.remote
class Draw(gb.SourceStep):
    def load(self):
        return {"out": [{"n": random.randint(1, 6)}]}


@task
def total(notes):
    return sum(note["n"] for note in notes)


seeds = RandomStatePlugin(1, 9, 1, random.seed)
for _ in sys.argv:
    drawn = Draw.remote()
    drawn.query("Draw.*").set_plugin(seeds)
    print(gb.run(drawn))
flow = RayWorkflow(total(Draw.remote()["out"]), workflow_name="w")
flow.query().set_remote_args({"num_cpus": 1})
print(flow.run())
