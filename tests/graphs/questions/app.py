"""A person is asked: yes or no, one of several, a text, a number."""
# driver: --answers answers.json
import ffc as gb
from ffc import prompts
from ffc.steps import PromptStep, SourceStep


@gb.remote
class Names(SourceStep):
    def load(self):
        return {"out": [{"name": name} for name in ("ann", "bob", "cid", "dora", "eve")]}


@gb.remote
class Ask(PromptStep):
    """Asks about each name."""

    Outputs = ["kept", "left"]

    def __init__(self):
        super().__init__()
        self.answers = []

    def get_prompt(self, note):
        name = note["name"]
        if name == "ann":
            return prompts.bool_prompt(note, msg="Keep it?")
        if name == "bob":
            return prompts.selection_prompt(note, ["red", "blue"], msg=f"{len(self.answers)}: which?")
        if name == "cid":
            return prompts.text_prompt(note)
        if name == "dora":
            return gb.prompts.number_prompt(note, default=3)
        return None

    def on_prompt_response(self, note, response):
        self.answers.append(response)
        note["answer"] = response

    def route(self, note):
        return "kept" if note.get("answer") not in (None, False) else "left"


asked = Ask.remote().bind("out", Names.remote())
print(gb.run(asked))
