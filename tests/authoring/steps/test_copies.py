"""Notes leave as they are: what changes them later does not reach those that have left."""

from collections import OrderedDict
from copy import deepcopy

import pytest
from ffc.runtime.steps.note import Note
from ffc.runtime.steps.outbox import copied

PLAIN = {"n": 1, "x": 0.5, "text": "t", "data": b"d", "none": None, "yes": True}


@pytest.mark.parametrize(
    "note",
    [PLAIN, {}, {"tags": [1]}, {1: {"deep": [2]}}, OrderedDict(a=1), Note({"a": [1]}), Note(PLAIN)],
)
def test_a_copy_is_what_a_deep_copy_is(note):
    found, expected = copied(note), deepcopy(note)
    assert found == expected
    assert type(found) is type(note)
    assert found is not note


def test_a_copy_shares_nothing_that_can_change():
    class Number(int):
        """A number that can have more to it."""

    key = (Number(1),)
    for note in ({"tags": [1]}, {"n": Number(1)}, {key: 1}):
        found = copied(note)
        assert all(found[name] is not note[name] for name in note if name is not key)
        assert not any(name is key for name in found)
