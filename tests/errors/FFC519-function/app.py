import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


def clean(note):
    note["n"] += 1


print(gb.run(clean.bind("odd", Numbers.remote())))
