"""Decorated functions: nodes, their names and items, and what they refuse."""

import operator
import pickle
from copy import copy, deepcopy

import pytest

from ffc import LocalWorkflow, task, workflow


def run(*leaves):
    return LocalWorkflow(*leaves, workflow_name="test").run()


@pytest.fixture
def pair():
    @workflow
    def pair(a, b=2):
        """Both of them."""
        return a, b

    return pair


def test_calling_runs_nothing():
    @task
    def fail():
        raise AssertionError("it ran")

    fail()


def test_keeps_what_describes_the_function(pair):
    assert pair.__name__ == "pair"
    assert pair.__qualname__ == "pair.<locals>.pair"
    assert pair.__doc__ == "Both of them."
    assert pair.__module__ == __name__
    assert pair.__wrapped__(1) == (1, 2)
    assert "pair" in repr(pair)


def test_default_names_count_the_calls_of_each_function(pair):
    @workflow
    def other():
        pass

    nodes = [pair(1), other(), pair(2), pair(3)]
    local = "test_default_names_count_the_calls_of_each_function.<locals>.other"
    assert [node.name for node in nodes] == [
        "pair.<locals>.pair_0000",
        f"{local}_0000",
        "pair.<locals>.pair_0001",
        "pair.<locals>.pair_0002",
    ]


def test_function_decorated_twice_counts_once():
    def one():
        return 1

    first, second = workflow(one)(), workflow(one)()
    assert first.name.endswith("one_0000")
    assert second.name.endswith("one_0001")


def test_functions_of_one_name_count_apart():
    def make():
        @workflow
        def one():
            return 1

        return one

    assert make()().name == make()().name


def test_set_name(pair):
    node = pair(1)
    assert node.set_name("first") is node
    assert node.name == node.get_name() == "first"
    assert node.set_name("again").get_name() == "again"
    assert pair(1).name.endswith("pair_0001")


def test_set_name_wants_a_string(pair):
    with pytest.raises(TypeError, match="must be a string, not int"):
        pair(1).set_name(1)


def test_decorating_by_call():
    assert run(workflow(lambda x: x + 1)(1)) == 2
    assert run(workflow(len)([1, 2])) == 2


def test_callable_without_a_qualified_name():
    class Plus:
        def __call__(self, a):
            return a + 1

    node = workflow(Plus())(1)
    assert node.name == "Plus_0000"
    assert run(node) == 2


@pytest.mark.parametrize("thing", [3, None, "f"])
def test_only_callables_become_tasks(thing):
    with pytest.raises(TypeError, match="a function or a class"):
        workflow(thing)


def test_decorating_twice_over(pair):
    with pytest.raises(TypeError, match="already"):
        workflow(pair)


def test_items(pair):
    @workflow
    def table():
        return {"x": [1, 2, 3]}

    assert run(pair("a")[0]) == "a"
    assert run(pair(b=table()["x"], a=1)[1]) == [1, 2, 3]
    assert run(pair(1, 3)[0:1]) == (1,)


def test_item_of_item(pair):
    with pytest.raises(TypeError, match=r"\[\.\.\.\] \(on other than a node\) needs a value"):
        pair([1])[0][0]


def test_node_as_key(pair):
    with pytest.raises(TypeError, match="cannot be a key"):
        pair(1)[pair(2)]


def test_identity(pair):
    node, other = pair(1), pair(1)
    assert node == node and node != other
    assert len({node, other, node}) == 2
    assert node in [other, node]
    assert node is not None


def test_a_copy_is_the_very_object(pair):
    node = pair(1)
    item = node[0]
    assert copy(node) is node and copy(item) is item
    table = deepcopy({"k": [node, item]})
    assert table["k"][0] is node and table["k"][1] is item


def test_a_node_shows_its_name(pair):
    node = pair(1).set_name("first")
    assert f"{node} {node['k']}" == "<node first> <node first>['k']"


OPERATIONS = [
    bool,
    len,
    int,
    float,
    complex,
    abs,
    round,
    iter,
    list,
    divmod,
    operator.index,
    operator.neg,
    operator.pos,
    operator.invert,
    operator.add,
    operator.sub,
    operator.mul,
    operator.matmul,
    operator.truediv,
    operator.floordiv,
    operator.mod,
    operator.pow,
    operator.lshift,
    operator.rshift,
    operator.and_,
    operator.or_,
    operator.xor,
    operator.lt,
    operator.le,
    operator.gt,
    operator.ge,
    pickle.dumps,
]
UNARY = OPERATIONS[:9] + OPERATIONS[10:14] + OPERATIONS[-1:]


@pytest.mark.parametrize("operation", UNARY)
@pytest.mark.parametrize("kind", ["node", "item"])
def test_refuses_what_needs_one_value(pair, kind, operation):
    node = pair(1)
    with pytest.raises(TypeError, match=r"no value before the run.*make a task of it"):
        operation(node if kind == "node" else node[0])


@pytest.mark.parametrize("operation", [op for op in OPERATIONS if op not in UNARY])
def test_refuses_what_needs_two_values(pair, operation):
    node = pair(1)
    for sides in [(node, 1), (1, node), (node, node), (node[0], 1)]:
        with pytest.raises(TypeError, match=r"no value before the run.*make a task of it"):
            operation(*sides)


def test_refuses_unpacking_and_membership(pair):
    with pytest.raises(TypeError, match=r"unpacking \(unlike an item, node\[0\]\) needs a value"):
        _a, _b = pair(1)
    with pytest.raises(TypeError, match="no value before the run"):
        print(*pair(1))
    with pytest.raises(TypeError, match="no value before the run"):
        assert 1 in pair(1)


def test_refuses_attributes_of_the_value(pair):
    with pytest.raises(AttributeError, match=r"no attribute 'shape'.*make a task of it"):
        pair(1).shape  # noqa: B018
    with pytest.raises(AttributeError):
        pair(1).shape = 3
    assert not hasattr(pair(1)[0], "set_name")
