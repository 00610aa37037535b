import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(gb.Step):
    def _start(self):
        self.count = 0

    def flush(self):
        self.count = 0


@gb.remote
class Load(gb.BatchStep):
    def __init__(self):
        super().__init__(2, "n")
        self._items = []

    def on_item_batch(self, outputs, items, notes):
        self._items += items


added = Add.remote().bind("odd", Numbers.remote())
print(gb.run(Load.remote().bind("out", added)))
