"""Notes that come in chunks give the same as a list at a time."""

import io
import sys
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ffc

from . import streaming
from .nodes import Add, Numbers, Parity

CHUNKS = [1, 2, 7]


@ffc.remote
class Generated(ffc.GeneratorSourceStep):
    """Yields one dict again and again, and changes it behind each yield."""

    Outputs: ClassVar = ["out", "more"]

    def __init__(self, count):
        super().__init__()
        self.count = count

    def load(self):
        note = {"n": 0, "items": []}
        for i in range(self.count):
            note["n"] = i
            note["items"].append(i)
            yield {"out": [note, note], "more": note} if i % 3 else {"out": [note]}
            note["n"] = "changed"


@ffc.remote
class Aliased(ffc.SourceStep):
    def __init__(self, count):
        super().__init__()
        self.count = count

    def load(self):
        return {"out": [ffc.Note({"n": 5, "items": [1, 2]})] * self.count}


@ffc.remote
class Sums(ffc.Step):
    """Has state, keeps notes, and changes those that are gone."""

    def __init__(self):
        super().__init__()
        self.total, self.kept = 0, []

    def on_data(self, note):
        self.total += note["n"]
        note["n"] = self.total
        for one in self.kept:
            one["n"] = "changed"
        self.kept.append(note)
        if self.total % 4 == 0:
            self.kept.clear()


@ffc.remote
class Several(ffc.Step):
    Outputs: ClassVar = ["out", "copies", "none"]

    def route(self, note):
        if note["n"] % 5 == 0:
            return None
        return {"out": [note], "copies": [note] * (note["n"] % 3)}


@ffc.remote
class Batches(ffc.BatchStep):
    Outputs: ClassVar = ["small", "big"]

    def __init__(self, batch_size):
        super().__init__(batch_size, "items")

    def on_data(self, note):
        note["items"] = [note["n"]] * (note["n"] % 4)

    def on_item_batch(self, outputs, items, notes):
        for note in notes:
            note["n"] += len(items)

    def route(self, note):
        return "big" if note["n"] > 10 else "small"


@ffc.remote
def repeated(note):
    return [note] * (note["n"] % 3)


SOURCES = [Numbers, Generated, Aliased]
STEPS = [
    *(lambda: Add.remote(value=3), Parity.remote, Sums.remote, Several.remote, repeated.remote),
    *(lambda: Batches.remote(batch_size=3), lambda: Batches.remote(batch_size=10)),
    ffc.remote(ffc.Copy).remote,
]


@st.composite
def graphs(draw):
    """The last step of a graph: merges, diamonds, several outputs, state."""
    bound = [
        draw(st.sampled_from(SOURCES)).remote(count=draw(st.integers(0, 9)))
        for _ in range(draw(st.integers(1, 2)))
    ]
    for _ in range(draw(st.integers(1, 6))):
        pairs = []
        for _ in range(draw(st.integers(1, 3))):
            producer = draw(st.sampled_from(bound))
            pairs += [draw(st.sampled_from(producer.outputs)), producer]
        bound.append(draw(st.sampled_from(STEPS))().bind(*pairs))
    return bound[-1]


@settings(max_examples=150, deadline=None)
@given(graphs())
def test_random_graphs(leaf):
    whole = ffc.run(leaf)
    for chunk in CHUNKS:
        assert streaming.run(leaf, chunk) == whole


def test_the_graphs_tell_state_from_none():
    """A step that forgets between chunks is found out: chunks do reach it one by one."""

    @ffc.remote
    class Forgets(ffc.Step):
        def on_data(self, note):
            self.seen += 1
            note["n"] = self.seen

    def take(self, outputs, notes):
        self.seen = 0
        return ffc.Step._take(self, outputs, notes)

    Forgets.__wrapped__._take = take
    leaf = Forgets.remote().bind("out", Numbers.remote(count=5))
    assert streaming.run(leaf, 7) == ffc.run(leaf)
    assert streaming.run(leaf, 2) != ffc.run(leaf)


@pytest.mark.parametrize("chunk", CHUNKS)
def test_questions(chunk, monkeypatch):
    @ffc.remote
    class Ask(ffc.PromptStep):
        Outputs: ClassVar = ["yes", "no"]

        def __init__(self):
            super().__init__()
            self.asked = 0

        def get_prompt(self, note):
            self.asked += 1
            return ffc.prompts.bool_prompt(note) if note["n"] % 3 else None

        def on_prompt_response(self, note, response):
            note["n"] = (note["n"], self.asked, response)

        def route(self, note):
            return "yes" if note["n"] and note["n"][-1] else "no"

    @ffc.remote
    class Some(ffc.SourceStep):
        def load(self):
            return {"out": [{"n": n} for n in (1, 2, 4, 5, 7, 8, 10)]}

    leaf = Ask.remote().bind("out", Some.remote())
    answers = [True, False, False, True, False, True, True]
    lines = "".join("y\n" if answer else "n\n" for answer in answers)
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    monkeypatch.delenv("FFC_ANSWERS", raising=False)
    whole = ffc.run(leaf)
    assert [note["n"] for note in whole["no"]] == [(2, 2, False), (4, 3, False), (7, 5, False)]
    assert streaming.run(leaf, chunk, answers) == whole
