import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(gb.Step):
    Parameters = {
        "value": {"type": "number", "default": 20},
        "item_kye": {"type": "string", "default": "n"},
    }

    def __init__(self, amount=20, item_key="n"):
        super().__init__(item_key)


out = Add.remote().bind("even", Numbers.remote())
print(gb.run(out))
