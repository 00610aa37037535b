import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(gb.Step):
    Parameters = {"value": {"type": "int", "default": 20}, "by": {"type": "strng", "default": ""}}

    def __init__(self, value, by):
        super().__init__()


out = Add.remote().bind("even", Numbers.remote())
print(gb.run(out))
