import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(gb.Step):
    def on_data(self, note):
        self.on_number(note)
        self.on_items(note)
        note["n"] = self.load(note)

    def on_number(self, note):
        note["seen"] = True

    def on_items(self, note):
        note["items"] = []

    def on_error(self, note):  # ffc: ignore[FFC517] a library calls it
        pass

    def load(self, note):
        return note["n"]

    def start(self):
        pass


print(gb.run(Add.remote().bind("odd", Numbers.remote())))
