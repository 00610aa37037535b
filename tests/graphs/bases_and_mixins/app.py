"""The app's own base classes, mixins, and a class that derives from a decorated one."""
# driver: --chunk 2
import ffc as gb
from ffc.steps import Step


class Counting:
    """What counts."""

    def on_start(self):
        super().on_start()
        self.seen = 0

    def count(self):
        self.seen += 1
        return self.seen


class Marking(Step):
    """What leaves a mark."""

    Parameters = {"mark": {"type": "string", "default": "m"}}

    def __init__(self, mark):
        super().__init__()
        self.mark = mark

    def on_start(self):
        self.marks = []

    def on_data(self, note):
        note["path"] = note.get("path", "") + self.marked()

    def marked(self):
        return self.mark


@gb.remote
class Numbered(Counting, Marking):
    Outputs = ["out", "third"]

    def marked(self):
        return f"{super().marked()}{self.count()}"

    def route(self, note):
        return "third" if self.seen % 3 == 0 else super().route(note)


@gb.remote
class Loud(Numbered):
    """Like it, and louder."""

    def marked(self):
        return super().marked().upper()


@gb.remote
class Some(gb.SourceStep):
    def load(self):
        return {"out": [{"i": i} for i in range(5)]}


numbered = Numbered.remote().bind("out", Some.remote())
loud = Loud.remote(mark="x").bind("out", numbered, "third", numbered)
print(gb.run(loud))
