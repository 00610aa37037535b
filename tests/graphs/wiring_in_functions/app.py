"""Wiring in functions, loops and comprehensions."""
# driver: --chunk 2
import ffc as gb


@gb.remote
class Count(gb.GeneratorSourceStep):
    Parameters = {"n": {"type": "number", "default": 3}}

    def __init__(self, n):
        super().__init__()
        self.n = n

    def load(self):
        for i in range(self.n):
            yield {"out": {"i": i, "path": ""}}


@gb.remote
class Letter(gb.Step):
    Parameters = {"letter": {"type": "string"}, "times": {"type": "number", "default": 1}}

    def __init__(self, letter, times):
        super().__init__()
        self.letter, self.times = letter, times

    def on_data(self, note):
        note["path"] += self.letter * self.times


def chain(last, letters):
    for letter in letters:
        last = Letter.remote(letter=letter, times=len(letters)).bind("out", last)
    return last


sources = [Count.remote(n=n) for n in (2, 3)]
chained = [chain(source, letters) for source, letters in zip(sources, ("ab", "c"))]
pairs = []
for one in chained:
    pairs += ["out", one]
print(gb.run(Letter.remote(letter="z").bind(*pairs))["out"])
