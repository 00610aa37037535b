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

numbers = Numbers.remote()
add = Add.remote()
if sys.argv[1:]:
    last = add.bind("odd", numbers)
else:
    last = add.bind("even", numbers)
for value in sys.argv[1:]:
    last = Add.remote(value=len(value)).bind("out", last)
for value in (1, 2):
    step = Add.remote(value=value)
    last = step.bind("out", last)
print(gb.run(last))
