import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Sort(gb.Step):
    Outputs = "small"

    def route(self, note):
        return "small"


print(gb.run(Sort.remote().bind("odd", Numbers.remote())))
