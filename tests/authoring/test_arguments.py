"""How arguments arrive."""

from collections import OrderedDict, defaultdict, namedtuple

import pytest

from ffc import LocalWorkflow, workflow

Point = namedtuple("Point", "x y")


@workflow
def value(x):
    return x


@workflow
def both(*args, **kwargs):
    return args, kwargs


@workflow
class Holder:
    def get(self):
        return self


def run(*leaves):
    return LocalWorkflow(*leaves, workflow_name="test").run()


def test_nodes_and_items_as_arguments():
    one, letters = value(1), value({"a": "A"})
    assert run(both(one, letters["a"], 2, k=one, m=letters["a"], n=3)) == (
        (1, "A", 2),
        {"k": 1, "m": "A", "n": 3},
    )


@pytest.mark.parametrize(
    "wrap",
    [
        lambda x: [x],
        lambda x: (x,),
        lambda x: (0, x, [x]),
        lambda x: {"k": x},
        lambda x: [0, {"k": (x, [x, {"m": x}])}, "s"],
        lambda x: Point(x, [x]),
        lambda x: OrderedDict([("k", x)]),
        lambda x: defaultdict(list, k=[x]),
    ],
)
def test_nodes_in_containers(wrap):
    for node in [value(5), value([5])[0]]:
        (got,), _ = run(both(wrap(node)))
        assert got == wrap(5)
        assert type(got) is type(wrap(5))


def test_nodes_in_containers_by_keyword():
    assert run(both(k=[value(1)]))[1] == {"k": [1]}


def test_views_of_dicts_arrive_as_lists():
    table = {"a": value(1), "b": [value(2)]}
    items = run(both(table.values(), table.items(), k=[table.values()]))
    assert items == (([1, [2]], [("a", 1), ("b", [2])]), {"k": [[1, [2]]]})


def test_a_view_shows_what_is_put_in_later():
    table = {}
    node = value(table.values())
    table["k"] = value(1)
    assert run(node) == [1]


def test_a_view_holds_no_object_of_a_class():
    with pytest.raises(TypeError, match="cannot be an argument"):
        value({"k": Holder()}.values())


def test_the_container_of_the_app_is_not_changed():
    node = value(1)
    mine = [node, {"k": node}]
    run(value(mine))
    assert mine[0] is node and mine[1]["k"] is node


@pytest.mark.parametrize(
    "thing", [[1, [2]], {"a": {"b": 1}}, (1, [2]), object(), {1, 2}, {"a": 1}.items()]
)
def test_without_nodes_the_very_object_arrives(thing):
    assert run(value(thing)) is thing
    assert run(both([thing, value(1)]))[0][0][0] is thing


def test_a_value_is_not_looked_into():
    inner = [1]
    assert run(both([value(inner)]))[0][0][0] is inner


def test_constants_are_seen_as_they_are_at_the_run():
    numbers = [1]
    node = value(numbers)
    numbers.append(2)
    assert run(node) == [1, 2]


def test_nodes_put_in_later_arrive():
    scores = []
    report = value(scores)
    scores.append(value(1))
    assert run(report) == [1]


def test_nodes_put_in_later_make_it_run():
    seen = []
    scores, table = [], {"k": []}
    workflow(lambda *args: seen.append(args))(scores, (table,))
    one, two = value(1), value(2)
    scores.append(one)
    table["k"].append(two)
    run(one)
    assert seen == []  # two does not run
    run(one, two)
    assert seen == [([1], ({"k": [2]},))]


def test_nodes_taken_out_are_not_needed():
    def fail():
        raise AssertionError("it ran")

    scores = [workflow(fail)(), value(1)]
    report = value(scores)
    del scores[0]
    assert run(report) == [1]


def test_a_consumer_that_lost_its_parents_does_not_follow():
    seen = []
    one = value(1)
    numbers = [one]
    workflow(seen.append)(numbers)
    numbers.clear()
    run(one)
    assert seen == []


def test_a_node_that_leads_back_to_itself():
    loop = []
    node = value(loop).set_name("loop")
    loop.append(node)
    with pytest.raises(ValueError, match="<node loop> cannot run"):
        run(node)


@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: [x], lambda x: {"k": (x,)}])
def test_object_of_a_class_as_argument(wrap):
    with pytest.raises(TypeError, match="cannot be an argument: pass what one of its methods"):
        value(wrap(Holder()))
    with pytest.raises(TypeError, match="cannot be an argument"):
        both(k=wrap(Holder()))
    with pytest.raises(TypeError, match="cannot be an argument"):
        Holder(wrap(Holder()))
    with pytest.raises(TypeError, match="cannot be an argument"):
        Holder().get(wrap(Holder()))


def test_what_a_method_returns_as_argument():
    assert type(run(value(Holder().get()))) is Holder.__wrapped__


def test_object_put_in_later_stops_only_what_runs_it():
    mine = [value(1)]
    node = value(mine)
    mine.append(Holder())
    assert run(value(2)) == 2
    with pytest.raises(TypeError, match="cannot be an argument"):
        run(node)


@pytest.mark.parametrize("wrap", [lambda x: {x}, lambda x: [frozenset([x])], lambda x: {x: 1}])
def test_node_where_it_cannot_become_its_value(wrap):
    with pytest.raises(TypeError, match="does not become its value: use a list"):
        value(wrap(value(1)))
