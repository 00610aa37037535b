"""Nodes for the tests: a source of numbers, and steps that compute with them."""

import ffc


@ffc.remote
class Numbers(ffc.SourceStep):
    """Notes with the numbers from `start` on."""

    Parameters = {"start": {"type": "number", "default": 0}, "count": {"type": "number"}}

    def __init__(self, start, count):
        super().__init__()
        self.start, self.count = start, count

    def load(self):
        return {"out": [{"n": self.start + i} for i in range(self.count)]}


@ffc.remote
class Add(ffc.Step):
    Parameters = {"value": {"type": "number", "default": 1}}

    def __init__(self, value):
        super().__init__()
        self.value = value

    def on_data(self, note):
        note["n"] += self.value


@ffc.remote
class Parity(ffc.Step):
    """Even numbers leave by one output, odd ones by the other."""

    Outputs = ["even", "odd"]

    def route(self, note):
        return "odd" if note["n"] % 2 else "even"


@ffc.remote
class Collect(ffc.Step):
    """Nothing leaves."""

    Outputs = ["out", "rest"]

    def route(self, note):
        return None


def numbers(notes):
    return [note["n"] for note in notes]
