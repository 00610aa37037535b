"""Options of actors: by decorators, and by calls."""
import graphbook as gb
from graphbook.steps import SourceStep, Step

gb.init()


@gb.remote(num_cpus=0.5)
class Numbers(SourceStep):
    def load(self):
        return {"out": [{"n": n} for n in range(3)]}


@gb.remote
@gb.options(num_cpus=0.25, max_concurrency=1)
class Add(Step):
    Parameters = {"value": {"type": "number", "default": 1}}

    def __init__(self, value):
        super().__init__()
        self.value = value

    def on_data(self, note):
        note["n"] += self.value


@gb.remote
def negate(note):
    note["n"] = -note["n"]


numbers = Numbers.options(num_cpus=1).remote()
added = Add.remote().bind("out", numbers)
twice = Add.options(num_cpus=0, max_restarts=1).remote(value=5).bind("out", added)
print(gb.run(negate.options(num_cpus=0.5).bind("out", twice)))
