"""Sort what people wrote about a product, and sum up what they liked.

A graph of steps: reviews come from a source, are cleaned and scored, and go one of two
ways.
"""

import ffc as gb

REVIEWS = [
    ("ada", " Great picture, and a GREAT sound! "),
    ("ben", "Broke on the second day. Poor."),
    ("cai", "Good sound, poor remote control."),
    ("dee", "Great value."),
]


@gb.remote
class Words(gb.Resource):
    """What words are worth."""

    Parameters = {"worth": {"type": "dict", "default": {"great": 2, "good": 1, "poor": -2}}}

    def __init__(self, worth):
        super().__init__(worth)


@gb.remote
class Reviews(gb.GeneratorSourceStep):
    """The reviews, one after another."""

    Parameters = {"limit": {"type": "number", "default": 100}}

    def __init__(self, limit):
        super().__init__()
        self.limit = limit

    def load(self):
        for author, text in REVIEWS[: self.limit]:
            yield {"out": [{"author": author, "text": text}]}


@gb.remote
def clean(note):
    """Words in lower case."""
    note["words"] = note["text"].lower().replace(",", " ").replace(".", " ").replace("!", " ").split()


@gb.remote(num_cpus=1)
class Score(gb.Step):
    """Adds up what the words of a review are worth."""

    Parameters = {"worth": {"type": "resource"}, "threshold": {"type": "number", "default": 1}}
    Outputs = ["liked", "disliked"]

    def __init__(self, worth, threshold):
        super().__init__()
        self.worth = worth
        self.threshold = threshold

    def on_data(self, note):
        note["score"] = sum(self.worth.get(word, 0) for word in note["words"])

    def route(self, note):
        return "liked" if note["score"] >= self.threshold else "disliked"


@gb.remote
class Tell(gb.BatchStep):
    """Sums up two reviews at a time."""

    Parameters = {"batch_size": {"type": "number", "default": 2}}

    def __init__(self, batch_size):
        super().__init__(batch_size, "author")

    def on_item_batch(self, outputs, items, notes):
        for note in notes:
            note["told"] = f"{note['author']} ({note['score']}), with {', '.join(items)}"


reviews = Reviews.remote()
cleaned = clean.bind("out", reviews)
scored = Score.remote(worth=Words.remote()).bind("out", cleaned)
told = Tell.remote().bind("liked", scored, "disliked", scored)

for note in gb.run(told, name="reviews")["out"]:
    print(note["told"])
