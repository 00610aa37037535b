"""Two graphs at once, and what the app does meanwhile."""
import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Parameters = {"count": {"type": "number", "default": 3}}

    def __init__(self, count):
        super().__init__()
        self.count = count

    def load(self):
        return {"out": [{"n": n} for n in range(self.count)]}


@gb.remote
class Add(gb.Step):
    Parameters = {"value": {"type": "number", "default": 1}}

    def __init__(self, value):
        super().__init__()
        self.value = value

    def on_data(self, note):
        note["n"] += self.value


one = gb.run_async(Add.remote().bind("out", Numbers.remote(count=2)), name="one")
other = gb.run_async(Add.remote(value=10).bind("out", Numbers.remote()))
print("meanwhile")
print(other.result()["out"])
print(one.result()["out"])
