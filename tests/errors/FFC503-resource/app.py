import ffc as gb


@gb.remote
class Limit(gb.NumberResource):
    Parameters = {"val": {"type": "number", "default": 5}}


@gb.remote
class Add(gb.Step):
    Parameters = {"value": {"type": "number", "default": 20}}

    def __init__(self, value):
        super().__init__()
        self.value = value

    def on_data(self, note):
        note["n"] += self.value


limit = Limit.remote()
print(gb.run(limit))
print(gb.run(Add.remote().bind("out", limit)))
