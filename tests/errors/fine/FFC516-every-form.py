import ffc as gb


from abc import ABC


@gb.remote
class Numbers(gb.SourceStep, ABC):
    def load(self, count=3):
        return {"out": [{"n": n} for n in range(count)]}


@gb.remote
class Letters(gb.GeneratorSourceStep):
    def load(self):
        return iter([{"out": [{"n": "a"}]}])


@gb.remote
class Load(gb.BatchStep):
    def __init__(self):
        super().__init__(2, "n")

    @staticmethod
    def load_fn(item, scale=1):
        return item * scale

    def dump_fn(self, value, name):
        print(value, name)

    def on_data(self, *arguments):
        pass

    @staticmethod
    def on_after_item(anything):
        pass

    def on_item_batch(self, outputs, items, given_notes, /):
        def items_of(note):
            yield note

    def on_end(me):
        pass


@gb.remote
def clean(*notes):
    pass


loaded = Load.remote().bind("out", Numbers.remote(), "out", Letters.remote())
print(gb.run(clean.bind("out", loaded)))
