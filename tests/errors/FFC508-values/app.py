import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Every(gb.Step):
    Parameters = {
        "number": {"type": "number", "default": 1},
        "text": {"type": "string", "default": ""},
        "flag": {"type": "boolean", "default": False},
        "names": {"type": "list[string]", "default": []},
        "table": {"type": "dict", "default": {}},
        "function": {"type": "function"},
    }

    def __init__(self, number, text, flag, names, table, function):
        super().__init__()


numbers = Numbers.remote()
every = Every.remote(number=True, text=3, flag="yes", names=["a", 1], table=[], function=5)
print(gb.run(every.bind("odd", numbers)))
print(gb.run(Every.remote(function=len, number=len, text=numbers).bind("even", numbers)))
