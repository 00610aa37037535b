import ffc as gb


class Base(gb.Step):
    """What all steps have."""


class Named:
    """No step."""


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Add(Named, Base):
    def on_data(self, note):
        note["n"] += 1


print(gb.run(Add.remote().bind("odd", Numbers.remote())))
