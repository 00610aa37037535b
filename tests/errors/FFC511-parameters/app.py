import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(gb.Step):
    Parameters = {
        "value": 20,
        "limit": {"default": 3},
        "first value": {"type": "number"},
        "kind": {"type": int, "default": 1},
    }

    def __init__(self, **parameters):
        super().__init__()


@gb.remote
class Remove(gb.Step):
    Parameters = ["value"]

    def __init__(self, **parameters):
        super().__init__()


numbers = Numbers.remote()
added = Add.remote().bind("even", numbers)
print(gb.run(Remove.remote().bind("out", added)))
