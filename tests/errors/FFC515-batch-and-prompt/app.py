import ffc as gb


@gb.remote
class Numbers(gb.SourceStep):
    Outputs = ["even", "odd"]

    def load(self):
        return {"even": [{"n": 0}, {"n": 2}], "odd": [{"n": 1}]}


@gb.remote
class Load(gb.BatchStep):
    def __init__(self):
        super().__init__(2, "n")


@gb.remote
class Ask(gb.PromptStep):
    def get_prompt(self, note):
        return None


loaded = Load.remote().bind("odd", Numbers.remote())
print(gb.run(Ask.remote().bind("out", loaded)))
