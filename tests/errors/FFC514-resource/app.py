import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Below(gb.Step):
    Parameters = {"limit": {"type": "resource"}}

    def __init__(self, limit):
        super().__init__()


print(gb.run(Below.remote().bind("odd", Numbers.remote())))
