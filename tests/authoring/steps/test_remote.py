"""What `remote` and `options` make of classes and functions."""

import pytest

import ffc

from .nodes import Add, Numbers, numbers


def made_of(ref):
    return ref.made.ray_options


def test_a_class_keeps_its_names_and_attributes():
    assert Numbers.__name__ == "Numbers"
    assert Numbers.__doc__ == "Notes with the numbers from `start` on."
    assert Numbers.Outputs == ["out"]
    assert Numbers.Parameters["start"]["default"] == 0
    with pytest.raises(AttributeError, match="has no attribute 'Output'"):
        Numbers.Output  # noqa: B018


def test_with_and_without_options():
    class Plain(ffc.SourceStep):
        pass

    for made in (ffc.remote(Plain), ffc.remote()(Plain)):
        assert made_of(made.remote()) == {}
    for made in (ffc.remote(num_cpus=1)(Plain), ffc.remote(Plain, num_cpus=1)):
        assert made_of(made.remote()) == {"num_cpus": 1}


def test_options_of_a_class_go_over_those_of_its_decorator():
    made = ffc.remote(num_cpus=1, num_gpus=1)(type("Plain", (ffc.SourceStep,), {}))
    changed = made.options(num_gpus=2)
    assert made_of(changed.remote()) == {"num_cpus": 1, "num_gpus": 2}
    assert made_of(made.remote()) == {"num_cpus": 1, "num_gpus": 1}


def test_the_decorator_options_beneath_and_above():
    @ffc.remote
    @ffc.options(num_cpus=2)
    class Beneath(ffc.SourceStep):
        pass

    @ffc.options(num_cpus=3)
    @ffc.remote(num_gpus=1)
    class Above(ffc.SourceStep):
        pass

    @ffc.remote
    class Derived(Beneath):
        pass

    @ffc.options(num_cpus=4)
    @ffc.remote
    @ffc.options(num_gpus=1)
    def both(note):
        return note

    assert made_of(Beneath.remote()) == {"num_cpus": 2}
    assert made_of(Above.remote()) == {"num_cpus": 3, "num_gpus": 1}
    assert made_of(Derived.remote()) == {}
    assert made_of(both.remote()) == {"num_cpus": 4, "num_gpus": 1}


def test_options_are_not_for_tasks():
    with pytest.raises(TypeError, match="not for <task"):
        ffc.options(num_cpus=1)(ffc.workflow(lambda: 1))


def test_a_class_derives_from_the_class_itself():
    @ffc.remote
    class AddTwice(Add):
        def on_data(self, note):
            super().on_data(note)
            super().on_data(note)

    assert AddTwice.__wrapped__.__mro__[1] is Add.__wrapped__
    assert isinstance(AddTwice.__wrapped__(3), Add)
    assert not isinstance(ffc.Step(), Add)
    ref = AddTwice.remote(value=5).bind("out", Numbers.remote(count=2))
    assert numbers(ffc.run(ref)["out"]) == [10, 11]


def test_bases_and_mixins_of_the_app():
    class Base(ffc.Step):
        def on_data(self, note):
            note["n"] = self.change(note["n"])

    class Negates:
        def change(self, n):
            return -n

    @ffc.remote
    class Negative(Negates, Base):
        pass

    ref = Negative.remote().bind("out", Numbers.remote(start=1, count=2))
    assert numbers(ffc.run(ref)["out"]) == [-1, -2]


def test_ready_made_steps():
    ref = ffc.remote(ffc.Copy).remote().bind("out", Numbers.remote(count=1))
    assert ffc.run(ref) == {"A": [{"n": 0}], "B": [{"n": 0}]}


def test_names_that_the_base_class_runs_by():
    class Mixin:
        def _load(self, path):
            return path

    ffc.remote(type("Apart", (Mixin, ffc.Step), {"_own": 1, "__call__": ffc.Step.__call__}))
    with pytest.raises(TypeError, match=r"Mixin._load hides what its base class runs by"):
        ffc.remote(type("Reader", (Mixin, ffc.SourceStep), {}))


@pytest.mark.parametrize("target", [int, 3, "x", Add])
def test_what_is_no_node(target):
    with pytest.raises(TypeError, match=r"neither a step nor a resource|not of|decorated already"):
        ffc.remote(target)


def test_a_task_is_not_decorated_again():
    with pytest.raises(TypeError, match="decorated already"):
        ffc.remote(ffc.workflow(lambda note: note))


def test_calling_a_class_makes_no_node():
    with pytest.raises(TypeError, match=r"Add\(\) makes no node: Add.remote\(\) does"):
        Add(value=1)


def test_ids_count_all_nodes_from_zero():
    import subprocess
    import sys

    code = """
import ffc
class Nothing(ffc.SourceStep): pass
Nothing = ffc.remote(Nothing)
Value = ffc.remote(ffc.NumberResource)
@ffc.remote
def same(note): pass
made = [Nothing.remote(), Value.remote(val=1), same.remote(), Nothing.options().remote()]
print([one.made.label for one in made], [one.made.title for one in made])
"""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == (
        "['0 Nothing', '1 NumberResource', '2 same', '3 Nothing'] "
        "['Nothing', 'NumberResource', 'same', 'Nothing.2']"
    )


def test_init_starts_nothing():
    assert ffc.init() is None
    assert ffc.init(host="localhost", port=8005, num_cpus=4) is None
