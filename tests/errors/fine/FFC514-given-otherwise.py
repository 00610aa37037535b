import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(gb.Step):
    Parameters = {"value": {"type": "number"}}

    def __init__(self, value, by, name="add"):
        super().__init__()


print(gb.run(Add.remote(by=3).bind("odd", Numbers.remote())))
