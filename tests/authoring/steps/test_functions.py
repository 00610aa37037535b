"""Functions as steps, and as tasks."""

import pytest

import ffc

from .nodes import Numbers, numbers


@ffc.remote
def double(note):
    """Twice the number."""
    note["n"] *= 2


@ffc.remote(num_cpus=1)
def shifted(note, by, times=1):
    return {"n": note["n"] + by * times}


def test_a_note_that_is_changed_leaves():
    ref = double.remote().bind("out", Numbers.remote(start=1, count=2))
    assert numbers(ffc.run(ref)["out"]) == [2, 4]


def test_bind_without_remote():
    ref = double.bind("out", double.bind("out", Numbers.remote(start=1, count=2)))
    assert numbers(ffc.run(ref)["out"]) == [4, 8]


def test_what_is_returned_leaves_in_place_of_the_note():
    ref = shifted.remote(by=10, times=2).bind("out", Numbers.remote(count=2))
    assert numbers(ffc.run(ref)["out"]) == [20, 21]


def test_a_list_of_notes_and_none_of_them():
    @ffc.remote
    def repeated(note):
        return [{"n": note["n"]}] * note["n"]

    ref = repeated.bind("out", Numbers.remote(count=3))
    assert numbers(ffc.run(ref)["out"]) == [1, 2, 2]


def test_arguments_are_parameters():
    with pytest.raises(TypeError, match="shifted has no parameter 'bye': its parameters are"):
        shifted.remote(bye=1)
    ref = shifted.bind("out", Numbers.remote(count=1))
    with pytest.raises(ValueError, match=r"'by' of \[\d+ shifted\]"):
        ffc.run(ref)


def test_names_that_the_machinery_has_too():
    @ffc.remote
    def step(note, self, function):
        note["n"] = self + function

    ref = step.remote(self=1, function=2).bind("out", Numbers.remote(count=1))
    assert numbers(ffc.run(ref)["out"]) == [3]


def test_logs_have_its_name(capsys):
    @ffc.remote
    def tell(note):
        ffc.log(note["n"])

    ref = tell.bind("out", Numbers.remote(start=4, count=1))
    ffc.run(ref)
    assert capsys.readouterr().out == f"[{ref.made.number} tell] 4\n"


def test_called_it_is_a_task():
    node = shifted({"n": 1}, by=2)
    assert node.name.startswith("shifted_")
    assert ffc.RayWorkflow(node, workflow_name="w").run() == {"n": 3}


def test_it_has_the_names_of_the_function():
    assert (double.__name__, double.__doc__) == ("double", "Twice the number.")
    assert double.__wrapped__({"n": 1}) is None
    assert shifted.ray_options == {"num_cpus": 1}
    assert shifted.options(num_gpus=1).ray_options == {"num_cpus": 1, "num_gpus": 1}
