import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(gb.Step):
    def on_dat(self, note):
        note["n"] += 1

    def on_finish(self):
        print("done")

    def load(self):
        print("loading")


out = Add.remote().bind("even", Numbers.remote())
print(gb.run(out))
