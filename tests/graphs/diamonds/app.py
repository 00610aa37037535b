"""Branches that come together again; one node feeds several, and one twice."""
# driver: --chunk 2
import ffc as gb
from ffc import GeneratorSourceStep, Step


@gb.remote
class Count(GeneratorSourceStep):
    def load(self):
        for n in range(7):
            yield {"out": [{"n": n, "path": "s"}]}


class Marked(Step):
    letter = "?"

    def on_data(self, note):
        note["path"] += self.letter


@gb.remote
class Left(Marked):
    letter = "l"
    Outputs = ["out", "few"]

    def route(self, note):
        return {"out": [note], "few": [note] if note["n"] % 3 == 0 else []}


@gb.remote
class Right(Marked):
    letter = "r"


source = Count.remote()
left = Left.remote().bind("out", source)
right = Right.remote().bind("few", left, "out", source)
both = Right.remote().bind("out", right, "out", left, "out", right)
for note in gb.run(both)["out"]:
    print(note)
