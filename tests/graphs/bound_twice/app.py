"""A step that is bound twice is two, each with a state of its own."""
# driver: --chunk 1
import ffc as gb
from ffc import RayWorkflow, workflow


@gb.remote
class Numbers(gb.SourceStep):
    def load(self):
        return {"out": [{"n": n} for n in range(1, 4)]}


@gb.remote
class Total(gb.Step):
    def __init__(self):
        super().__init__()
        self.total = 0

    def on_data(self, note):
        self.total += note["n"]
        note["n"] = self.total


@workflow
def last(notes):
    return notes["out"][-1]


total = Total.remote()
once = total.bind("out", Numbers.remote())
twice = total.bind("out", once, "out", once)
aside = total.bind("out", Numbers.remote(), "out", once)  # warns: FFC520
print(RayWorkflow(last(twice), workflow_name="totals").run())
print(gb.run(twice))
