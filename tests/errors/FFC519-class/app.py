import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


class Add(gb.Step):
    def on_data(self, note):
        note["n"] += 1


out = Add.remote().bind("even", Numbers.remote())
print(gb.run(out))
