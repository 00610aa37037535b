import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(gb.Step):
    def __init__(self):
        super().__init__()
        self._items = []
        self._value = 3

    def _add(self, note):
        self._items.append(note["n"] + self._value)

    def on_data(self, note):
        self._add(note)


print(gb.run(Add.remote().bind("odd", Numbers.remote())))
