import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    def load(self):
        yield {"out": [{"n": 1}]}


@gb.remote
class Letters(gb.GeneratorSourceStep):
    def load(self):
        return {"out": [{"letter": "a"}]}


@gb.remote
def show(note):
    print(note)


gb.run(show.bind("out", Numbers.remote(), "out", Letters.remote()))
