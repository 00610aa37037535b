"""Plugins in one process: what they call, and in which order."""

import pytest

from ffc import (
    InitializerPlugin,
    LocalWorkflow,
    Plugin,
    PluginCollection,
    RandomStatePlugin,
    RayWorkflow,
    workflow,
)


@pytest.fixture
def said():
    return []


@pytest.fixture
def say(said):
    @workflow
    def say(word, *parents):
        said.append(word)

    return lambda word, *parents: say(word, *parents).set_name(word)


@pytest.mark.parametrize("kind", [LocalWorkflow, RayWorkflow])
def test_calls_come_before_the_nodes_that_the_query_found(kind, say, said):
    flow = kind(say("b", say("a")), say("c"), workflow_name="w")
    query = flow.query("a|c")
    assert query.set_plugins(InitializerPlugin(lambda: said.append("setup"))) is query
    flow.run()
    assert said == ["setup", "a", "b", "setup", "c"]


def test_seeds_go_on_over_queries_and_runs_and_begin_again(say, said):
    seeds = RandomStatePlugin(10, 12, 10, said.append)
    flow = LocalWorkflow(say("a"), say("b"), say("c"), workflow_name="w")
    flow.query("c").set_plugin(seeds)
    flow.set_plugin(pattern="[ab]", plugin=seeds)
    flow.run()
    flow.run()
    assert said == [11, "a", 12, "b", 10, "c", 11, "a", 12, "b", 10, "c"]


def test_the_last_plugin_counts(say, said):
    flow = LocalWorkflow(say("a"), workflow_name="w")
    flow.set_plugin("a", InitializerPlugin(lambda: said.append("first")))
    flow.set_plugin("a", PluginCollection([]))
    flow.run()
    assert said == ["a"]


def test_collections_call_all_in_order(say, said):
    class Own(Plugin):
        def local_initialize(self):
            said.append("local")

        def remote_initialize(self):
            return lambda: said.append("remote")

    seeds = RandomStatePlugin(min=0, max=9, seed=0, seed_func=said.append)
    inner = PluginCollection([seeds, Own(), Plugin()])
    flow = LocalWorkflow(say("a"), workflow_name="w")
    flow.query().set_plugins(PluginCollection([inner, seeds]))
    flow.run()
    assert said == ["local", 2, "remote", 2, "a"]


def test_objects_and_calls(said):
    @workflow
    class Counter:
        def __init__(self):
            said.append("made")

        def add(self):
            said.append("add")

    counter = Counter().set_name("counter")
    flow = LocalWorkflow(counter.add(), counter.add().set_name("second"), workflow_name="w")
    flow.query("counter|second").set_plugins(InitializerPlugin(lambda: said.append("setup")))
    flow.run()
    assert said == ["setup", "made", "add", "setup", "add"]
