"""Resources arrive as their values."""

import pytest

import ffc

from .nodes import Add, Numbers, numbers
from .test_parameters import Show

made = []


@ffc.remote
class Config(ffc.Resource):
    Parameters = {"path": {"type": "string", "default": "here"}}

    def __init__(self, path):
        super().__init__({"path": path})
        made.append(path)

    def value(self):
        self.log("read")
        return {**self.val, "read": True}


def test_a_value_arrives_made_once_per_run(capsys):
    made.clear()
    config = Config.remote(path="there")
    source = Show.remote(b=config)
    ref = ffc.remote(ffc.Copy).remote().bind("out", source)
    assert made == []
    assert ffc.run(ref)["B"] == [{"a": 1, "b": {"path": "there", "read": True}}]
    assert made == ["there"]
    assert capsys.readouterr().out == f"[{config.made.label}] read\n"


def test_several_get_it_each_its_own():
    made.clear()
    config = Config.remote()

    @ffc.remote
    class Writes(ffc.Step):
        def __init__(self, config):
            super().__init__()
            self.config = config

        def on_data(self, note):
            note["before"] = [*note.get("before", []), dict(self.config)]
            self.config["path"] = "changed"

    one = Writes.remote(config=config).bind("out", Numbers.remote(count=1))
    two = Writes.remote(config=config).bind("out", one)
    (note,) = ffc.run(two)["out"]
    assert note["before"] == [{"path": "here", "read": True}] * 2
    assert made == ["here"]


def test_a_resource_of_a_resource_and_one_in_a_list():
    number = ffc.remote(ffc.NumberResource).remote(val="3")
    words = ffc.remote(ffc.ListResource).remote(val=("a", "b"))
    both = ffc.remote(ffc.DictResource).remote(val={"n": number, "words": words})
    assert ffc.run(Show.remote(a=[number, 1], b=both))["out"] == [
        {"a": [3.0, 1], "b": {"n": 3.0, "words": ["a", "b"]}}
    ]


def test_the_typed_ones():
    def value(cls, val):
        return ffc.run(Show.remote(a=ffc.remote(cls).remote(val=val)))["out"][0]["a"]

    assert value(ffc.Resource, "text") == "text"
    assert value(ffc.NumberResource, "1.5") == 1.5
    assert value(ffc.ListResource, "ab") == ["a", "b"]
    assert value(ffc.DictResource, [("a", 1)]) == {"a": 1}
    assert value(ffc.FunctionResource, len) is len


def test_a_function():
    def is_odd(note):
        return note["n"] % 2

    function = ffc.remote(ffc.FunctionResource).remote(val=is_odd)
    split = ffc.remote(ffc.Split)
    for given in (function, is_odd):
        ref = split.remote(split_fn=given).bind("out", Numbers.remote(count=3))
        notes = ffc.run(ref)
        assert numbers(notes["A"]) == [1]
        assert numbers(notes["B"]) == [0, 2]


def test_what_is_missing_in_a_resource():
    number = ffc.remote(ffc.NumberResource).remote()
    ref = Add.remote(value=number).bind("out", Numbers.remote(count=1))
    with pytest.raises(ValueError, match=f"'val' of \\[{number.made.label}\\]"):
        ffc.run(ref)


def test_a_resource_is_neither_bound_nor_run():
    number = ffc.remote(ffc.NumberResource).remote(val=1)
    with pytest.raises(AttributeError, match="bind"):
        number.bind("out", Numbers.remote(count=1))
