import ffc as gb


from collections import UserDict


class Loading:
    def load(self):
        return {"out": [{"n": 1}]}


@gb.remote
class Numbers(Loading, gb.SourceStep):
    """Loads as its mixin does."""


@gb.remote
class Others(UserDict, gb.SourceStep):
    """Its base may have anything."""


@gb.remote
class Load(gb.BatchStep):
    def __init__(self):
        super().__init__(2, "n")

    on_item_batch = print


@gb.remote
class Split(gb.Split):
    """Has a `route` of its own."""


numbers = Load.remote().bind("out", Numbers.remote(), "out", Others.remote())
print(gb.run(Split.remote(split_fn=len).bind("out", numbers)))
