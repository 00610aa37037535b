"""Several outputs of one step, merged in the order of the pairs; one has no notes."""
# driver: --chunk 2
import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {
            "odd": [{"n": n} for n in range(1, 9, 2)],
            "even": [{"n": n} for n in range(0, 9, 2)],
        }


@gb.remote
class Sort(gb.Step):
    Outputs = ["small", "large", "never"]

    def on_start(self):
        self.seen = 0

    def on_data(self, note):
        self.seen += 1
        note["place"] = self.seen

    def route(self, note):
        return "large" if note["n"] > 4 else "small"


numbers = Numbers.remote()
sort = Sort.remote().bind("odd", numbers, "even", numbers)
last = Sort.remote().bind("large", sort, "never", sort, "small", sort)
found = gb.run(last)
for output, notes in found.items():
    print(output, [(note["n"], note["place"]) for note in notes])
