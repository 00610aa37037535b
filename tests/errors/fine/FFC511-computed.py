import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


def entry(kind, default):
    return {"type": kind, "default": default}


SHARED = {"value": entry("number", 20)}


@gb.remote
class Add(gb.Step):
    OUT = "out"
    Outputs = (OUT, "never")
    Parameters = {**SHARED, "by": entry("string", "")}

    def __init__(self, value, by):
        super().__init__()


print(gb.run(Add.remote().bind("odd", Numbers.remote())))
