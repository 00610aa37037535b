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
        self.limit = limit

    def route(self, note):
        return {"out": [note] if note["n"] < self.limit else []}


print(gb.run(Below.remote(limit=5).bind("odd", Numbers.remote())))
