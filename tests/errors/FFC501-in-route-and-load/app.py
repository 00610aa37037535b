import ffc as gb


@gb.remote
class Numbers(gb.GeneratorSourceStep):
    def load(self):
        yield {"numbers": [{"n": 13}]}


@gb.remote
class Sort(gb.Step):
    Outputs = ["small", "large"]

    def route(self, note):
        return "lrage" if note["n"] > 12 else "small"


print(gb.run(Sort.remote().bind("out", Numbers.remote())))
