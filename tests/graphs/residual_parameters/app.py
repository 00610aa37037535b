"""Parameters and chains that only the command line decides."""
# arguments: 5 x y
import sys

import ffc as gb


@gb.remote
class Count(gb.SourceStep):
    Parameters = {"n": {"type": "number", "default": 3}, "step": {"type": "number", "default": 1}}

    def __init__(self, n, step):
        super().__init__()
        self.n, self.step = n, step

    def load(self):
        return {"out": [{"i": i, "path": ""} for i in range(0, self.n, self.step)]}


@gb.remote
class Letter(gb.Step):
    def __init__(self, letter):
        super().__init__()
        self.letter = letter

    def on_data(self, note):
        note["path"] += self.letter


number, *letters = sys.argv[1:]
last = Count.remote(n=int(number), step=2)
for letter in letters:
    last = Letter.remote(letter=letter).bind("out", last)
print(gb.run(last))
