import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Limit(gb.NumberResource):
    Parameters = {"val": {"type": "number", "default": 5}}


@gb.remote
class Fewer(gb.Split):
    """Notes with few items."""


@gb.remote
class Below(gb.Step):
    Parameters = {"limit": {"type": "resource"}, "other": {"type": "resource", "default": None}}

    def __init__(self, limit, other):
        super().__init__()
        self.limit = limit

    def route(self, note):
        return {"out": [note] if note["n"] < self.limit else []}


below = Below.remote(limit=Limit.remote()).bind("odd", Numbers.remote())
print(gb.run(Fewer.remote(split_fn=lambda note: note["n"] < 3).bind("out", below)))
