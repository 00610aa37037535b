import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
def multiply(note, factor=2):
    note["n"] *= factor


print(gb.run(multiply.remote(note=3, times=2).bind("odd", Numbers.remote(first=0))))
