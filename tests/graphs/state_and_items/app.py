"""The life of a step: its start, its items, its end."""
# driver: --chunk 3
import ffc as gb
from ffc.steps import SourceStep, Step


@gb.remote
class Orders(SourceStep):
    def load(self):
        return {"out": [gb.Note({"name": f"n{i}", "prices": [i, i + 1]}) for i in range(5)]}


@gb.remote
class Total(Step):
    """Adds up the prices."""

    def __init__(self):
        super().__init__(item_key="prices")

    def on_start(self):
        self.total, self.notes, self.order = 0, [], []

    def on_data(self, note):
        self.order.append("data")

    def on_item(self, item, note):
        self.order.append("item")
        self.total += sum(item)
        note["total"] = self.total

    def on_after_item(self, note):
        self.order.append("after")
        note["order"] = "".join(word[0] for word in self.order)
        self.notes.append(note)

    def on_end(self):
        self.log(f"{len(self.notes)} notes")
        self.notes[0]["total"] = "never seen"


total = Total.remote()
out = gb.run(total.bind("out", Orders.remote()), name="totals")
for note in out["out"]:
    print(note["name"], note["total"], note["order"])
