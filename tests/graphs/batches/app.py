"""Full batches across notes, loaded and dumped in parallel."""
# driver: --chunk 2
import ffc as gb
from ffc.steps import BatchStep, SourceStep


@gb.remote
class Texts(SourceStep):
    def load(self):
        return {"out": [{"name": f"n{n}", "paths": [f"{n}{k}" for k in range(n)]} for n in range(5)]}


@gb.remote
class Measure(BatchStep):
    """Loads texts and notes their lengths."""

    Parameters = {
        "batch_size": {"type": "number", "default": 3},
        "item_key": {"type": "string", "default": "paths"},
    }

    def __init__(self, batch_size, item_key):
        super().__init__(batch_size, item_key)
        self.batches = 0
        self.load_fn_params = {"times": 2}
        self.dumped = []

    @staticmethod
    def load_fn(path, times):
        return path * times

    def dump_fn(self, value, path):
        assert value == path * 2

    def on_item_batch(self, outputs, items, notes):
        self.batches += 1
        for value, note in zip(outputs, notes, strict=True):
            note.setdefault("lengths", []).append((value, len(items), self.batches))
        return list(zip(outputs, items, strict=True))

    def on_after_item(self, note):
        note["left_after"] = self.batches


measured = Measure.remote().bind("out", Texts.remote())
for note in gb.run(measured)["out"]:
    print(note)
