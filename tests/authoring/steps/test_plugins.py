"""Plugins of steps in one process: what comes before which object, and in which order."""

import re

import pytest

import ffc
from ffc import InitializerPlugin, LocalWorkflow, RandomStatePlugin, workflow


@pytest.fixture
def said():
    return []


@pytest.fixture
def say(said):
    """The classes of a source and a step that say when they are made, and when they work."""

    @ffc.remote
    class First(ffc.SourceStep):
        def __init__(self):
            super().__init__()
            said.append("first made")

        def load(self):
            said.append("first works")
            return {"out": [{}]}

    @ffc.remote
    class Second(ffc.Step):
        def __init__(self):
            super().__init__()
            said.append("second made")

        def on_data(self, note):
            said.append("second works")

    return First, Second


@pytest.fixture
def title(say):
    """The titles of the classes go on from test to test."""

    def of(bound):
        return re.escape(bound.made.title)

    return of


def test_a_setup_comes_before_the_object_which_is_made_where_it_works(say, said, title):
    first = say[0].remote()
    second = say[1].remote().bind("out", first)
    second.set_plugin(title(second), InitializerPlugin(lambda: said.append("setup")))
    ffc.run(second)
    assert said == ["first made", "first works", "setup", "second made", "second works"]


def test_without_plugins_all_are_made_first(say, said):
    first = say[0].remote()
    ffc.run(say[1].remote().bind("out", first))
    assert said == ["first made", "second made", "first works", "second works"]


def test_seeds_follow_the_order_of_making(say, said):
    second, first = say[1].remote(), say[0].remote()
    graph = second.bind("out", first)
    seeds = RandomStatePlugin(1, 9, 1, said.append)
    assert graph.query().set_plugins(seeds).steps == [graph.made.first, first.made.first]
    ffc.run(graph)
    ffc.run(first)
    ours = [one for one in said if isinstance(one, int)]
    assert ours == [3, 2, 4], "the source works first, and has the second seed"


def test_nodes_and_steps_of_a_workflow(say, said, title):
    @workflow
    def end(notes, more):
        said.append("end")

    @workflow
    def begin():
        return 1

    before = begin()
    source = say[0].remote()
    node = end(source, before)
    flow = LocalWorkflow(node, workflow_name="w")
    seeds = RandomStatePlugin(10, 12, 10, said.append)
    flow.query(".*begin.*|.*end.*").set_plugin(seeds)
    flow.set_plugin(title(source), seeds)
    assert flow.find_nodes() == [before, node]
    flow.run()
    assert said == [12, "first made", "first works", 11, 10, "end"]


def test_a_step_that_is_bound_twice_has_one_seed(say, said, title):
    first, second = say[0].remote(), say[1].remote()
    once = second.bind("out", first)
    twice = second.bind("out", once)
    once.set_plugin(title(once), RandomStatePlugin(1, 9, 1, said.append))
    ffc.run(twice)
    assert [one for one in said if isinstance(one, int)] == [2, 2]


def test_the_last_plugin_counts_and_none_takes_it_away(say, said, title):
    first = say[0].remote()
    first.set_plugin(title(first), InitializerPlugin(lambda: said.append("one")))
    first.set_plugin(title(first), InitializerPlugin(lambda: said.append("two")))
    ffc.run(first)
    first.query().set_plugin(None)
    ffc.run(first)
    assert said == ["two", *["first made", "first works"] * 2]


def test_functions_and_resources(said):
    @ffc.remote
    class Limit(ffc.Resource):
        def value(self):
            said.append("limit")
            return 1

    @ffc.remote
    class Source(ffc.SourceStep):
        def __init__(self, limit):
            super().__init__()

        def load(self):
            return {"out": [{}, {}]}

    @ffc.remote
    def clean(note):
        said.append("clean")

    cleaned = clean.bind("out", Source.remote(limit=Limit.remote(val="")))
    cleaned.query("Limit.*|clean.*").set_plugin(InitializerPlugin(lambda: said.append("setup")))
    ffc.run(cleaned)
    assert said == ["setup", "limit", "setup", "clean", "clean"]


def test_options_are_not_for_steps_alone(say):
    @workflow
    def end(notes):
        return notes

    source = say[0].remote()
    node = end(source)
    with pytest.raises(TypeError, match=r"steps only: their options are those of First.options"):
        source.query().set_remote_args({"num_cpus": 1})
    LocalWorkflow(node, workflow_name="w").query().set_remote_args({"num_cpus": 1})
    assert node.remote_args == {"num_cpus": 1}
