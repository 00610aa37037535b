"""Graphs one after another; the same one twice: each run begins anew."""
import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Parameters = {"count": {"type": "number", "default": 3}, "start": {"type": "number", "default": 0}}

    def __init__(self, count, start):
        super().__init__()
        self.count, self.start = count, start

    def load(self):
        return {"out": [{"n": self.start + n} for n in range(self.count)]}


@gb.remote
class Sum(gb.Step):
    def on_start(self):
        self.sum = 0

    def on_data(self, note):
        self.sum += note["n"]
        note["sum"] = self.sum


summed = Sum.remote().bind("out", Numbers.remote())
first = gb.run(summed, name="first")
second = gb.run(summed, name="second")
print(first == second, first)
largest = max(note["sum"] for note in first["out"])
more = Sum.remote().bind("out", Numbers.remote(start=largest, count=2))
print(gb.run(more)["out"])
gb.run(summed)
print("done")
