"""Notes are dicts whose missing items are None."""

import json
from copy import deepcopy

import ffc


def test_items():
    note = ffc.Note({"a": 1})
    note["b"] = [2]
    assert (note["a"], note["b"], note["c"]) == (1, [2], None)
    assert (note.get("a"), note.get("c"), note.get("c", 3)) == (1, None, 3)
    assert "a" in note and "c" not in note
    assert [*note] == ["a", "b"]
    del note["a"]
    assert note.items == {"b": [2]}


def test_notes_without_items_share_nothing():
    ffc.Note()["a"] = 1
    assert ffc.Note().items == {}


def test_equal_and_copied():
    note = ffc.Note({"a": [1]})
    copy = deepcopy(note)
    assert copy == note == ffc.Note({"a": [1]})
    copy["a"].append(2)
    assert note != copy
    assert note != {"a": [1]}


def test_shown():
    note = ffc.Note({"a": [1], "b": {2}})
    assert repr(note) == "Note({'a': [1], 'b': {2}})"
    assert json.loads(str(note)) == {"a": [1], "b": "{2}"}
    assert str(note).startswith('{\n  "a"')
