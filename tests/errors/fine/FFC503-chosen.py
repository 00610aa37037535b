import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(gb.Step):
    Parameters = {"value": {"type": "number", "default": 20}}

    def __init__(self, value):
        super().__init__()
        self.value = value

    def on_data(self, note):
        note["n"] += self.value


import sys

source = Numbers.remote()
if sys.argv[1:]:
    source = Numbers.remote()
print(gb.run(source))
print(gb.run(dag=Add.remote().bind("odd", source)))
