"""Notes that come one after another, by several outputs."""
# driver: --chunk 2
import ffc as gb
from ffc.steps import GeneratorSourceStep


@gb.remote
class Pairs(GeneratorSourceStep):
    """Numbers and their squares."""

    Parameters = {"count": {"type": "number", "default": 5}}
    Outputs = ["number", "square"]

    def __init__(self, count):
        super().__init__()
        self.count = count

    def load(self):
        note = {}
        for n in range(self.count):
            note["n"] = n  # one and the same dict, which leaves as it is now
            yield {"number": [note], "square": {"n": n * n}}
            if n == 3:
                yield {"square": []}


@gb.remote
class Sum(gb.Step):
    def on_start(self):
        self.sum = 0

    def on_data(self, note):
        self.sum += note["n"]
        note["sum"] = self.sum


pairs = Pairs.remote(count=6)
print(gb.run(pairs))
print(gb.run(Sum.remote().bind("square", pairs, "number", pairs))["out"])
