import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


class Base(gb.Step):
    def __init__(self, **parameters):
        super().__init__(parameters.get("item_key"))
        self.parameters = parameters


@gb.remote
class Any(Base):
    Parameters = {"first": {"type": "number", "default": 1}}


@gb.remote
class Item(gb.Step):
    """Has what `Step` takes."""


@gb.remote
def show(note, *, title="", **others):
    print(title, note, others)


given = {"second": 2}
any_ = Any.remote(first=2, **given).bind("odd", Numbers.remote())
item = Item.remote(item_key="n").bind("out", any_)
print(gb.run(show.remote(title="a", more=1).bind("out", item)))
