"""What `bind` takes, and what it refuses."""

import pytest

import ffc

from .nodes import Add, Collect, Numbers, Parity, numbers


@ffc.remote
class Total(ffc.Step):
    def __init__(self):
        super().__init__()
        self.total = 0

    def on_data(self, note):
        self.total += note["n"]
        note["n"] = self.total


def test_pairs_give_one_list_in_their_order():
    parts = Parity.remote().bind("out", Numbers.remote(count=4))
    ref = Add.remote(value=0).bind(
        "odd", parts, "out", Numbers.remote(start=10, count=1), "even", parts
    )
    assert numbers(ffc.run(ref)["out"]) == [1, 3, 10, 0, 2]


def test_one_output_twice():
    source = Numbers.remote(count=2)
    ref = Add.remote().bind("out", source, "out", source)
    assert numbers(ffc.run(ref)["out"]) == [1, 2, 1, 2]


def test_a_step_may_be_bound_again():
    add = Add.remote()
    first = add.bind("out", Numbers.remote(count=1))
    second = add.bind("out", Numbers.remote(start=5, count=1))
    assert numbers(ffc.run(first)["out"]) == [1]
    assert numbers(ffc.run(second)["out"]) == [6]


def test_a_step_that_is_bound_twice_is_two():
    """Each has state of its own: on a cluster they work at the same time."""
    total = Total.remote()
    first = total.bind("out", Numbers.remote(start=1, count=2))
    assert numbers(ffc.run(total.bind("out", first))["out"]) == [1, 4]


@pytest.mark.parametrize("count", [0, 1, 3])
def test_an_odd_number_of_arguments_or_none(count):
    pairs = ("out", Numbers.remote(count=1), "out")
    with pytest.raises(TypeError, match=rf"takes pairs, .* and not {count} arguments"):
        Add.remote().bind(*pairs[:count])


def test_an_output_that_is_not_there():
    source = Numbers.remote(count=1)
    with pytest.raises(ValueError, match=r"Numbers> has no output 'x': its Outputs are 'out'$"):
        Add.remote().bind("x", source)
    parts = Parity.remote().bind("out", source)
    with pytest.raises(ValueError, match="has no output 'out': its Outputs are 'even', 'odd'"):
        Add.remote().bind("out", parts)


def test_a_source_takes_nothing():
    with pytest.raises(TypeError, match="is a source, which no notes come into"):
        Numbers.remote(count=1).bind("out", Numbers.remote(count=1))


def test_what_has_no_notes():
    task = ffc.workflow(lambda: [])
    for wrong in (Add.remote(), task(), ffc.remote(ffc.Resource).remote(val=""), [{"n": 1}], None):
        with pytest.raises(TypeError, match="notes come from a source or from what bind"):
            Add.remote().bind("out", wrong)


def test_the_name_of_an_output_is_a_string():
    source = Numbers.remote(count=1)
    with pytest.raises(TypeError, match="is no name of an output"):
        Add.remote().bind(source, "out")


def test_what_run_takes():
    source = Numbers.remote(count=1)
    assert ffc.run(source) == {"out": [{"n": 0}]}
    assert ffc.run(dag=source, name="numbers") == {"out": [{"n": 0}]}
    unbound = Collect.remote()
    for wrong in (unbound, ffc.workflow(lambda: 1)(), ffc.remote(ffc.Resource).remote(val=""), 3):
        with pytest.raises(TypeError, match="run\\(\\) runs a source or what bind\\(\\) returns"):
            ffc.run(wrong)
    with pytest.raises(TypeError, match="must be a string, not int"):
        ffc.run(source, 3)
