"""Parameters: defaults, what is given over them, and what is missing."""

import pytest

import ffc

from .nodes import Add, Numbers, numbers

ran = []


@pytest.fixture(autouse=True)
def nothing_ran():
    ran.clear()


@ffc.remote
class Show(ffc.SourceStep):
    """Gives what it was made with."""

    Parameters = {"a": {"type": "number", "default": 1}, "b": {"type": "dict", "default": None}}

    def __init__(self, a, b):
        super().__init__()
        ran.append(self)
        self.given = {"a": a, "b": b}

    def load(self):
        return {"out": [self.given]}


def shown(**given):
    return ffc.run(Show.remote(**given))["out"][0]


def test_defaults_and_what_is_given_over_them():
    assert shown() == {"a": 1, "b": None}
    assert shown(a=2) == {"a": 2, "b": None}
    assert shown(a=2, b={"c": 3}) == {"a": 2, "b": {"c": 3}}


def test_nodes_of_one_class_have_their_own():
    source = Numbers.remote(count=1)
    far = Add.remote(value=100).bind("out", Add.remote(value=10).bind("out", source))
    assert numbers(ffc.run(far)["out"]) == [110]


def test_parameters_are_inherited_and_hidden_as_attributes_are():
    @ffc.remote
    class Inherits(Show):
        pass

    @ffc.remote
    class Hides(Show):
        Parameters = {"a": {"type": "number", "default": 7}, "b": {"type": "dict", "default": {}}}

    assert ffc.run(Inherits.remote(a=3))["out"] == [{"a": 3, "b": None}]
    assert ffc.run(Hides.remote())["out"] == [{"a": 7, "b": {}}]


def test_all_that_are_missing_are_named_before_anything_starts():
    @ffc.remote
    class Needs(ffc.Step):
        Parameters = {"x": {"type": "number"}, "y": {"type": "number"}, "z": {"default": 0}}

        def __init__(self, x, y, z, *, undeclared):
            super().__init__()

    one = Needs.remote(x=1).bind("out", Show.remote())
    two = Needs.remote(undeclared=1, y=None).bind("out", one)
    label = [ref.made.label for ref in (one, two)]
    with pytest.raises(ValueError) as raised:
        ffc.run(two)
    assert str(raised.value) == (
        f"parameters without a value: 'undeclared' of [{label[0]}], 'y' of [{label[0]}], "
        f"'x' of [{label[1]}]. Give them to remote(), or a default to the class"
    )
    assert not ran


def test_one_that_init_has_a_default_for_needs_a_value_too():
    @ffc.remote
    class Declared(ffc.SourceStep):
        Parameters = {"a": {"type": "number"}}

        def __init__(self, a=5, b=6):
            super().__init__()
            self.sum = a + b

        def load(self):
            return {"out": [self.sum]}

    with pytest.raises(ValueError, match="'a' of"):
        ffc.run(Declared.remote())
    assert ffc.run(Declared.remote(a=1))["out"] == [7]


def test_what_init_does_not_take_is_neither_missing_nor_passed():
    @ffc.remote
    class Now(ffc.Resource):
        def __init__(self):
            super().__init__("now")

    @ffc.remote
    class Fewer(Show):
        def __init__(self, a):
            super().__init__(a, "own")

    assert ffc.run(Show.remote(a=Now.remote()))["out"] == [{"a": "now", "b": None}]
    assert ffc.run(Fewer.remote(b=3))["out"] == [{"a": 1, "b": "own"}]


def test_an_init_that_takes_every_keyword():
    @ffc.remote
    class Open(Show):
        def __init__(self, **given):
            given.pop("extra", None)
            super().__init__(**given)

    assert ffc.run(Open.remote(a=2, extra=1))["out"] == [{"a": 2, "b": None}]


def test_an_argument_of_init_that_is_no_parameter():
    @ffc.remote
    class Optional(Show):
        def __init__(self, a, b, more=0):
            super().__init__(a + more, b)

    assert ffc.run(Optional.remote(more=5))["out"] == [{"a": 6, "b": None}]
    assert ffc.run(Optional.remote())["out"] == [{"a": 1, "b": None}]


def test_a_keyword_that_is_no_parameter():
    with pytest.raises(
        TypeError, match=r"^Show has no parameter 'c': its parameters are 'a', 'b'$"
    ):
        Show.remote(c=1)
    with pytest.raises(TypeError):
        Show.remote(1)


def test_objects_do_not_share_what_they_are_given():
    @ffc.remote
    class Grows(ffc.SourceStep):
        Parameters = {"items": {"type": "list[number]", "default": []}}

        def __init__(self, items):
            super().__init__()
            self.items = items

        def load(self):
            self.items.append(1)
            return {"out": [{"items": self.items}]}

    mine = [0]
    for ref, items in ((Grows.remote(), [1]), (Grows.remote(items=mine), [0, 1])):
        assert ffc.run(ref)["out"] == [{"items": items}]
        assert ffc.run(ref)["out"] == [{"items": items}]
    assert mine == [0]


def test_a_step_is_no_parameter():
    bound = Add.remote().bind("out", Numbers.remote(count=1))
    for wrong, message in (
        (Add.remote(), "before it is bound"),
        (bound, "no parameter of another"),
    ):
        with pytest.raises(TypeError, match=message):
            Show.remote(a=wrong)
        with pytest.raises(TypeError, match=message):
            Show.remote(b={"of": [wrong]})
