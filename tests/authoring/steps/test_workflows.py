"""Workflow functions and steps in one app."""

import pytest

import ffc
from ffc import RayWorkflow, workflow

from .nodes import Add, Numbers, Parity, numbers
from .test_run import Traced, TracedSource, events


@pytest.fixture(autouse=True)
def no_events():
    events.clear()


@workflow
def total(notes):
    events.append("total")
    return sum(numbers(notes))


@workflow
def constant(value):
    events.append(f"constant {value}")
    return value


def run(*leaves):
    return RayWorkflow(*leaves, workflow_name="w").run()


def test_a_ref_arrives_as_what_its_run_gives():
    ref = Parity.remote().bind("out", Numbers.remote(count=4))
    same = workflow(lambda whole, nested, item: (whole, nested["a"][0], item))
    whole, nested, item = run(same(ref, {"a": [ref]}, item=ref["odd"]))
    assert whole == nested == ffc.run(ref)
    assert item == [{"n": 1}, {"n": 3}]
    assert run(total(ref["even"])) == 2


def test_a_source_and_a_resource_arrive_too():
    number = ffc.remote(ffc.NumberResource).remote(val=3)
    pair = workflow(lambda *values: values)
    assert run(pair(Numbers.remote(count=1), number)) == ({"out": [{"n": 0}]}, 3.0)


def test_the_steps_run_once_and_before_the_tasks():
    source = TracedSource.remote(name="s")
    one = Traced.remote(name="one").bind("out", source)
    two = Traced.remote(name="two").bind("out", source)
    root = constant(1)
    both = workflow(lambda *values: sum(values))(total(one["out"]), total(two["out"]), root)
    assert run(total(one["out"]), both) == [7, 15]
    assert events.count("s load") == events.count("one on_start") == 1
    steps = [event for event in events if event.split()[0] in ("s", "one", "two")]
    assert events[: len(steps)] == steps


def test_each_run_of_the_workflow_runs_the_steps():
    flow = RayWorkflow(total(TracedSource.remote(name="s")["out"]), workflow_name="w")
    assert flow.run() == flow.run() == 7
    assert events.count("s load") == 2


def test_a_node_is_a_parameter():
    value = constant([5, 6])
    ref = Add.remote(value=value[1]).bind("out", Numbers.remote(count=constant(2)))
    assert numbers(ffc.run(ref)["out"]) == [6, 7]
    assert sorted(events) == ["constant 2", "constant [5, 6]"]


def test_a_node_that_a_step_needs_runs_once_in_a_workflow():
    value = constant(5)
    ref = Add.remote(value=value).bind("out", Numbers.remote(count=1))
    pair = workflow(lambda *values: values)
    assert run(pair(total(ref["out"]), value)) == (5, 5)
    assert events == ["constant 5", "total"]


def test_steps_behind_tasks_behind_steps():
    source = TracedSource.remote(name="s")
    first = Add.remote().bind("out", source)
    second = Add.remote(value=total(first["out"])).bind("out", source)
    assert numbers(ffc.run(second)["out"]) == [15]
    assert run(total(second["out"])) == 15
    assert events.count("s load") == 2


def test_gb_run_runs_no_more_than_it_needs():
    value = constant(5)
    total([{"n": value}])
    ffc.run(Add.remote(value=value).bind("out", Numbers.remote(count=1)))
    assert events == ["constant 5"]


def test_what_a_workflow_finds_are_its_tasks():
    ref = Add.remote(value=constant(1)).bind("out", Numbers.remote(count=1))
    flow = RayWorkflow(total(ref["out"]), workflow_name="w")
    assert [node.function.__name__ for node in flow.find_nodes()] == ["constant", "total"]


def test_missing_parameters_stop_a_workflow_before_its_tasks():
    ref = Add.remote(value=constant(1)).bind("out", Numbers.remote())
    with pytest.raises(ValueError, match="'count' of"):
        run(total(ref["out"]))
    assert events == []


def test_a_step_is_no_leaf_and_unbound_no_argument():
    ref = Add.remote().bind("out", Numbers.remote(count=1))
    for leaf in (ref, ref["out"]):
        with pytest.raises(TypeError, match=r"is for run\(\), or an argument of a task"):
            RayWorkflow(leaf, workflow_name="w")
    with pytest.raises(TypeError, match="gives nothing before it is bound"):
        total(Add.remote())


def test_an_item_that_is_no_output():
    with pytest.raises(ValueError, match="has no output 'x'"):
        Numbers.remote(count=1)["x"]
    with pytest.raises(TypeError, match="has no value before the run"):
        Numbers.remote(count=1)[constant("out")]


def test_a_ref_has_no_value():
    ref = Numbers.remote(count=1)
    with pytest.raises(TypeError, match=r"has no value before the run"):
        len(ref)


def test_what_needs_itself():
    held = []
    held.append(constant(held))
    with pytest.raises(ValueError, match="lead back to themselves"):
        ffc.run(Add.remote(value=held).bind("out", Numbers.remote(count=1)))
