"""Workflow functions and steps in one graph."""
# driver: --chunk 2
import ffc as gb
from ffc import RayWorkflow, workflow

TEXTS = [" Alpha", "be ", "GAMMA", "delta  "]


@gb.remote
class Words(gb.SourceStep):
    Outputs = ["long", "short"]

    def __init__(self, words, limit):
        super().__init__()
        self.words, self.limit = words, limit

    def load(self):
        found = {"long": [], "short": []}
        for word in self.words:
            found["long" if len(word.strip()) > self.limit else "short"].append({"word": word})
        return found


@gb.remote
def clean(note):
    note["word"] = note["word"].strip().lower()


@workflow
def limit_for(texts):
    return sum(map(len, texts)) // len(texts) - 2


@workflow
def report(title, notes, others):
    return title + ": " + ", ".join(note["word"] for note in notes["out"] + others)


words = Words.remote(words=TEXTS, limit=limit_for(TEXTS).set_name("limit"))
cleaned = clean.bind("long", words)
told = report("words", cleaned, words["short"]).set_name("told")
again = report("again", cleaned, cleaned["out"]).set_name("again")
print(RayWorkflow(told, again, workflow_name="telling").run())
