"""What runs, in what order, and what a run and a query give."""

import traceback

import pytest

from ffc import LocalWorkflow, RayWorkflow, workflow
from ffc.authoring import graph


@pytest.fixture
def ran():
    return []


@pytest.fixture
def step(ran):
    @workflow
    def step(name, *parents):
        ran.append(name)
        return name

    return lambda name, *parents: step(name, *parents).set_name(name)


BOTH = pytest.mark.parametrize("kind", [LocalWorkflow, RayWorkflow])


@BOTH
def test_runs_ancestors_and_what_follows_from_their_roots(kind, step, ran):
    root = step("root")
    other = step("other")
    leaf = step("leaf", root)
    step("aside", root)
    step("after the leaf", leaf)
    step("needs other too", leaf, other)
    step("follows from other", other)
    flow = kind(leaf, workflow_name="w")
    assert ran == []
    flow.run()
    assert ran == ["root", "leaf", "aside", "after the leaf"]


@BOTH
def test_several_leaves_bring_all_their_roots(kind, step, ran):
    one, two = step("one"), step("two")
    step("both", one, two)
    kind(two, one, workflow_name="w").run()
    assert ran == ["one", "two", "both"]


def test_runs_all_that_follows_from_a_root(step, ran):
    dataset = step("dataset")
    step("score", step("model", dataset))
    RayWorkflow(dataset, workflow_name="w").run()
    assert ran == ["dataset", "model", "score"]


def test_what_is_made_between_two_runs_runs(step, ran):
    root = step("root")
    flow = LocalWorkflow(root, workflow_name="w")
    flow.run()
    step("later", root)
    assert flow.run() == "root"
    assert ran == ["root", "root", "later"]


def test_parents_come_first_even_if_made_later(step, ran):
    names = []
    first = step("made first", names)
    between = step("between")
    names.append(step("made last"))
    LocalWorkflow(first, between, workflow_name="w").run()
    assert ran == ["between", "made last", "made first"]


def test_a_parent_given_twice_is_one_parent(step, ran):
    root = step("root")
    leaf = step("leaf", root, root, [root], root[0])
    assert list(graph.parents(leaf)) == [root]
    assert LocalWorkflow(leaf, workflow_name="w").run() == "leaf"
    assert ran == ["root", "leaf"]


@workflow
class Log:
    def __init__(self, *parents):
        self.lines = []

    def write(self, line, *parents):
        self.lines.append(line)
        return list(self.lines)


def test_calls_on_objects_follow_the_constructor():
    log = Log()
    first = log.write("first")
    second = log.write("second")
    flow = LocalWorkflow(first, workflow_name="w")
    assert flow.find_nodes()[1:] == [first, second]
    assert list(graph.parents(second)) == [flow.find_nodes()[0], first]


def test_a_call_on_an_object_of_another_root_does_not_run(step):
    root = step("root")
    Log().write("line", root)
    assert LocalWorkflow(root, workflow_name="w").find_nodes() == [root]
    log = Log(root)
    written = log.write("line")
    assert written in LocalWorkflow(root, workflow_name="w").find_nodes()


def test_a_call_whose_earlier_call_does_not_run_does_not_run(step):
    root, other = step("root"), step("other")
    log = Log(root)
    log.write("first", other)
    log.write("second")
    found = LocalWorkflow(root, workflow_name="w").find_nodes()
    assert len(found) == 2  # root and the constructor


@BOTH
def test_each_run_starts_anew(kind, step, ran):
    log = Log(step("root"))
    log.write("first")
    flow = kind(log.write("second"), workflow_name="w")
    assert flow.run() == flow.run() == ["first", "second"]
    assert ran == ["root", "root"]


@BOTH
def test_results(kind):
    pair = workflow(lambda: (1, 2))()
    assert kind(pair, workflow_name="w").run() == (1, 2)
    assert kind(pair[1], workflow_name="w").run() == 2
    assert kind(pair, pair[0], pair, workflow_name="w").run() == [(1, 2), 1, (1, 2)]
    assert kind(workflow_name="w").run() == []
    listed = [1]
    assert kind(workflow(lambda: listed)(), workflow_name="w").run() is listed


def test_ray_workflow_takes_what_the_driver_uses(step):
    flow = RayWorkflow(step("one"), workflow_name="w", ray_init_args={"num_cpus": 2})
    assert flow.workflow_name == "w"
    assert flow.ray_init_args == {"num_cpus": 2}
    assert RayWorkflow(workflow_name="w").ray_init_args == {}
    assert flow.run(return_results=True, max_pending_tasks=1) == "one"
    assert flow.run(True, 2) == "one"


@BOTH
def test_the_name_is_required_by_keyword(kind, step):
    with pytest.raises(TypeError, match="workflow_name"):
        kind(step("one"))


@BOTH
@pytest.mark.parametrize("leaf", [3, None, [], "name", workflow(lambda: 1), Log, Log()])
def test_what_is_no_leaf(kind, leaf):
    with pytest.raises(TypeError, match="a leaf is a node or an item of one"):
        kind(leaf, workflow_name="w")


def test_a_list_of_nodes_is_no_leaf(step):
    with pytest.raises(TypeError, match="pass each leaf by itself"):
        LocalWorkflow([step("one")], workflow_name="w")


@BOTH
def test_errors_of_the_app_come_through(kind):
    @workflow
    def divide(a, b):
        return a / b

    with pytest.raises(ZeroDivisionError) as caught:
        kind(divide(1, 0), workflow_name="w").run()
    frame = traceback.extract_tb(caught.tb)[-1]
    assert frame.name == "divide"
    with pytest.raises(KeyError):
        kind(workflow(lambda: {})()["missing"], workflow_name="w").run()


@BOTH
def test_find_nodes_matches_whole_names(kind, step):
    root = step("node1")
    flow = kind(step("node10", root), step("other", root), workflow_name="w")
    assert [node.name for node in flow.find_nodes()] == ["node1", "node10", "other"]
    assert flow.find_nodes("node1") == [root]
    assert flow.find_nodes(pattern="node1.*") == flow.find_nodes()[:2]
    assert flow.find_nodes("node") == []


def test_find_nodes_goes_by_the_current_names(step):
    node = step("before")
    flow = LocalWorkflow(node, workflow_name="w")
    node.set_name("after")
    assert flow.find_nodes("after") == [node]
    assert flow.find_nodes("before") == []


def test_find_nodes_finds_constructors(step):
    leaf = Log().set_name("log").write("x").set_name("written")
    flow = LocalWorkflow(leaf, workflow_name="w")
    assert [node.name for node in flow.find_nodes("log|written")] == ["log", "written"]


@BOTH
def test_remote_args(kind, step):
    root = step("root")
    leaf = step("leaf", root)
    flow = kind(leaf, workflow_name="w")
    query = flow.query("root")
    assert query.set_remote_args({"num_cpus": 1}) is query
    assert (root.remote_args, leaf.remote_args) == ({"num_cpus": 1}, {})
    flow.query().set_remote_args({"num_gpus": 1})
    assert (root.remote_args, leaf.remote_args) == ({"num_gpus": 1}, {"num_gpus": 1})


def test_a_query_keeps_the_nodes_it_found(step):
    root = step("root")
    query = LocalWorkflow(root, workflow_name="w").query()
    later = step("later", root)
    query.set_remote_args({"num_cpus": 1})
    assert list(query.nodes) == [root]
    assert later.remote_args == {}


def test_the_result_of_one_workflow_is_a_constant_of_the_next():
    double = workflow(lambda x: 2 * x)
    first = LocalWorkflow(double(2), workflow_name="first").run()
    assert LocalWorkflow(double(first), workflow_name="second").run() == 8
