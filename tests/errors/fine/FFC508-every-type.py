import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Every(gb.Step):
    Parameters = {
        "number": {"type": "number", "default": None},
        "text": {"type": "string", "default": ""},
        "flag": {"type": "boolean", "default": False},
        "names": {"type": "list[string]", "default": []},
        "numbers": {"type": "list", "default": [1, "a"]},
        "table": {"type": "dict", "default": {}},
        "function": {"type": "function"},
    }

    def __init__(self, number, text, flag, names, numbers, table, function):
        super().__init__()


def half(number):
    return number / 2


import os

every = Every.remote(number=1.5, text="3", flag=True, names=["a"], table={}, function=half)
halved = every.bind("odd", Numbers.remote())
number = int(os.environ.get("NUMBER", "3"))
others = Every.remote(function="def half(number): ...", number=number, table=Numbers.remote())
print(gb.run(others.bind("out", halved)))
