"""The classes of random step graphs: each is code with holes that chance fills.

Notes are dicts or Notes with a number `n`, a text `path` of the steps that they went through, and a
list `tags`, which several notes of a source may share.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

MAKE = """
def make(n, tags):
    note = {"n": n, "path": "", "tags": tags}
    return gb.Note(note) if n % 3 == 1 else note
"""


def source(name: str, chance: Random) -> tuple[str, list[str]]:
    """Lists of notes for each output, which may share what is in them."""
    outputs = ["out", "other"][: chance.randint(1, 2)]
    lists = "\n".join(
        f'            "{output}": [make(n, {chance.choice(["tags", "[n]"])})'
        f" for n in range({chance.choice([0, 1, 3, 7])})],"
        for output in chance.sample(outputs, len(outputs))
    )
    return (
        f"""
@gb.remote
class {name}(gb.SourceStep):
    Outputs = {outputs}

    def load(self):
        tags = []
        return {{
{lists}
        }}
""",
        outputs,
    )


def generator(name: str, chance: Random) -> tuple[str, list[str]]:
    """Notes by one output or the other, one of which is changed after it has left."""
    outputs = ["out", "rest"]
    return (
        f"""
@gb.remote
class {name}(gb.GeneratorSourceStep):
    Parameters = {{"count": {{"type": "number", "default": {chance.choice([0, 2, 5, 9])}}}}}
    Outputs = {outputs}

    def __init__(self, count):
        super().__init__()
        self.count = count

    def load(self):
        kept = make(0, [])
        for n in range(self.count):
            kept["n"] = n
            kept["tags"].append(n)
            yield {{"out": [kept] * (n % {chance.randint(2, 3)})}}
            if n % {chance.randint(1, 3)} == 0:
                yield {{"rest": make(n, kept["tags"]), "out": []}}
""",
        outputs,
    )


def changing(name: str, chance: Random) -> tuple[str, list[str]]:
    """A number that is added, a parameter."""
    return (
        f"""
@gb.remote
class {name}(gb.Step):
    Parameters = {{"value": {{"type": "number", "default": {chance.randint(1, 4)}}}}}

    def __init__(self, value):
        super().__init__()
        self.value = value

    def on_data(self, note):
        note["n"] += self.value
        note["path"] += "{name[0].lower()}"
""",
        ["out"],
    )


def sorting(name: str, chance: Random) -> tuple[str, list[str]]:
    """Notes go one of several ways, and some nowhere."""
    outputs = ["low", "high", "never"][: chance.randint(2, 3)]
    nowhere = chance.choice(["None", '"low"', "{}"])
    hook = chance.choice(["route", "forward_note"])
    return (
        f"""
@gb.remote
class {name}(gb.Step):
    Outputs = {outputs}

    def {hook}(self, note):
        if note["n"] % 5 == 4:
            return {nowhere}
        return "high" if note["n"] % {chance.randint(2, 3)} else "low"
""",
        outputs,
    )


def copying(name: str, chance: Random) -> tuple[str, list[str]]:
    """Notes leave more than once, and new ones beside them; all are changed later."""
    times = chance.randint(1, 2)
    return (
        f"""
@gb.remote
class {name}(gb.Step):
    Outputs = ["out", "more"]

    def on_start(self):
        self.seen = []

    def route(self, note):
        note["path"] += str(len(self.seen) % 10)
        for one in self.seen[-2:]:
            one["path"] += "!"
        self.seen.append(note)
        new = make(len(self.seen), note["tags"])
        return {{"more": [note, new][: note["n"] % 3], "out": [note] * {times}}}
""",
        ["out", "more"],
    )


def counting(name: str, chance: Random) -> tuple[str, list[str]]:
    """State: what one note sees of those before it."""
    key = chance.choice(["n", "tags"])
    return (
        f"""
@gb.remote
class {name}(gb.Step):
    def __init__(self):
        super().__init__(item_key="{key}")
        self.items = []

    def on_start(self):
        self.total = {chance.randint(0, 3)}

    def on_item(self, item, note):
        self.items.append(item)
        self.total += note["n"] + len(note["tags"])

    def on_after_item(self, note):
        note["path"] += f"({{self.total % 100}})"
        note["tags"].append(len(self.items))

    def on_end(self):
        for item in self.items:
            if isinstance(item, list):
                item.clear()
""",
        ["out"],
    )


def gathering(name: str, chance: Random) -> tuple[str, list[str]]:
    """Batches: of numbers, or of tags, of which a note may have none."""
    key = chance.choice(["n", "tags"])
    loads = chance.random() < 0.5
    load = (
        """
    @staticmethod
    def load_fn(item):
        return item + 1
"""
        if loads
        else ""
    )
    return (
        f"""
@gb.remote
class {name}(gb.BatchStep):
    Outputs = ["out", "odd"]

    def __init__(self):
        super().__init__({chance.randint(1, 5)}, "{key}")
        self.batches = 0
{load}
    def on_item_batch(self, outputs, items, notes):
        self.batches += 1
        for item, note in zip({"outputs" if loads else "items"}, notes):
            note["path"] += f"[{{item}}:{{len(items)}}]"

    def on_after_item(self, note):
        note["path"] += str(self.batches)

    def route(self, note):
        return "odd" if note["n"] % 2 else "out"
""",
        ["out", "odd"],
    )


def function(name: str, chance: Random) -> tuple[str, list[str]]:
    """A function that changes the note, or gives others."""
    body = chance.choice(
        [
            'note["path"] += "f"',
            'return [note] * (note["n"] % 3)',
            'return make(note["n"] + 1, note["tags"])',
            'return [note, make(0, note["tags"])] if note["n"] % 2 else None',
        ]
    )
    return (
        f"""
@gb.remote
def {name.lower()}(note):
    {body}
""",
        ["out"],
    )


SOURCES: tuple[Callable[[str, Random], tuple[str, list[str]]], ...] = (source, generator)
STEPS = (changing, sorting, copying, counting, gathering, function)
