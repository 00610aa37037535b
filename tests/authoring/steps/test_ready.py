"""The steps that are ready to use, and functions given as text."""

import pytest
from ffc.runtime.steps.function import function_of

import ffc

from .nodes import Numbers, numbers
from .test_batch import Given

Split, SplitByItems = ffc.remote(ffc.Split), ffc.remote(ffc.SplitByItems)
SplitItemField, Copy = ffc.remote(ffc.SplitItemField), ffc.remote(ffc.Copy)

BIG = """
def is_big(note):
    return half(note["n"]) >= 1

def half(n):
    return n / 2
"""


@pytest.mark.parametrize("function", [lambda note: note["n"] >= 2, BIG], ids=["function", "text"])
def test_split(function):
    notes = ffc.run(Split.remote(split_fn=function).bind("out", Numbers.remote(count=4)))
    assert (numbers(notes["A"]), numbers(notes["B"])) == ([2, 3], [0, 1])


def test_split_without_a_function():
    with pytest.raises(ValueError, match="'split_fn' of"):
        ffc.run(Split.remote().bind("out", Numbers.remote(count=4)))


def test_split_by_items():
    given = [ffc.Note({"x": [1, 2], "limit": 1}), {"x": [1], "limit": 5}]
    for function in (
        lambda items, data: len(items) > data["limit"],
        "def f(items, note): return len(items) > note['limit']",
    ):
        ref = SplitByItems.remote(split_items_fn=function, item_key="x")
        notes = ffc.run(ref.bind("out", Given.remote(notes=given)))
        assert notes == {"A": given[:1], "B": given[1:]}


@pytest.mark.parametrize("given", [{"x": [1, 2, 3]}, ffc.Note({"x": [1, 2, 3]})])
def test_split_item_field(given):
    def run(**more):
        step = SplitItemField.remote(
            split_fn=lambda item: item > 1, item_key="x", a_key="big", b_key="small", **more
        )
        (note,) = ffc.run(step.bind("out", Given.remote(notes=[given])))["out"]
        return {key: note[key] for key in note}

    assert run() == {"big": [2, 3], "small": [1]}
    assert run(should_delete_original=False) == {"x": [1, 2, 3], "big": [2, 3], "small": [1]}


def test_copies_are_apart():
    copied = Copy.remote().bind("out", Given.remote(notes=[{"x": [1]}]))
    notes = ffc.run(copied)
    assert notes == {"A": [{"x": [1]}], "B": [{"x": [1]}]}
    notes["A"][0]["x"].append(2)
    assert notes["B"] == [{"x": [1]}]

    @ffc.remote
    def append(note):
        note["x"].append(2)

    ref = append.bind("A", copied, "B", copied, "A", copied)
    assert ffc.run(ref)["out"] == [{"x": [1, 2]}] * 3


def test_function_of():
    assert function_of(len) is len
    assert function_of("def f(x):\n    return x + 1")(1) == 2
    assert (
        function_of("\n    def f (x):\n        import math\n        return math.sqrt(x)\n")(4) == 2
    )
    for wrong in ("lambda x: x", "import os\ndef f(): pass", 3):
        with pytest.raises(ValueError, match="neither a function nor the text of its `def`"):
            function_of(wrong)
