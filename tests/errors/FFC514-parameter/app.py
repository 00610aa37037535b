import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(gb.Step):
    def __init__(self, value):  # which `--set Add.value=…` says
        super().__init__()
        self.value = value


@gb.remote
def multiply(note, factor):
    note["n"] *= factor


numbers = Numbers.remote()
added = Add.remote().bind("even", numbers)
print(gb.run(multiply.bind("out", added)))
