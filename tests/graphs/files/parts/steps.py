"""Steps, and what makes them."""
import ffc as gb

from .base import Base, shown


@gb.remote
class Numbers(gb.SourceStep):
    def __init__(self, count):
        super().__init__()
        self.count = count

    def load(self):
        return {"out": [gb.Note({"n": n}) for n in range(self.count)]}


@gb.remote
class Add(Base):
    """Adds a value."""

    Parameters = {"value": {"type": "number", "default": 1}}

    def __init__(self, value):
        super().__init__()
        self.value = value

    def on_data(self, note):
        note["n"] += self.value
        note["shown"] = shown(note)


def numbers_up_to(count):
    return Numbers.remote(count=count)
