import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    def load(self, count):
        return {"out": [{"n": n} for n in range(count)]}


@gb.remote
class Load(gb.BatchStep):
    def __init__(self):
        super().__init__(2, "n")

    def load_fn(path):
        return path

    def on_start():
        pass

    def on_data(self):
        pass

    def on_item_batch(self, items, notes):
        pass


@gb.remote
def clean():
    pass


loaded = Load.remote().bind("out", Numbers.remote())
print(gb.run(clean.bind("out", loaded)))
