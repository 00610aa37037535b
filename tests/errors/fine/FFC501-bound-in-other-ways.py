import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(gb.Step):
    Outputs, Other = ["odd"], 3

    def route(self, note):
        return "odd"


@gb.remote
class Remove(gb.Step):
    Outputs = ["out"]
    Outputs += ["never"]


added = Add.remote().bind("odd", Numbers.remote())
print(gb.run(Remove.remote().bind("never", Remove.remote().bind("odd", added))))
