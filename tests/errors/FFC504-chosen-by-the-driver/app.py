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

steps = []
for text in sys.argv[1:]:
    steps.append(Add.remote(value=len(text)))
last = Numbers.remote()
for step in steps:
    last = step.bind("odd", last)
print(gb.run(last))
