"""Where a note goes: by name, by a dict, nowhere, by the old name of `route`."""
# driver: --chunk 2
import ffc as gb


@gb.remote
class Words(gb.SourceStep):
    Parameters = {"text": {"type": "string", "default": "a bb ccc dd e fff"}}

    def __init__(self, text):
        super().__init__()
        self.text = text

    def load(self):
        return {"out": [{"word": word} for word in self.text.split()]}


@gb.remote
class Letters(gb.Step):
    Outputs = ["letter", "whole"]

    def route(self, note):
        if note["word"] == "e":
            return None
        letters = [{"letter": letter, "of": note["word"]} for letter in note["word"][1:]]
        return {"letter": letters, "whole": note}


@gb.remote
class Old(gb.Step):
    Outputs = ["c", "others"]

    def forward_note(self, note):
        return "c" if note["letter"] == "c" else "others"


letters = Letters.remote().bind("out", Words.remote())
print(gb.run(letters))
print(gb.run(Old.remote().bind("letter", letters)))
