import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(gb.Step):
    Parameters = {"values": {"type": "list[number]", "default": [1, 2.5]}}

    def __init__(self, values):
        super().__init__()


print(gb.run(Add.remote().bind("odd", Numbers.remote())))
