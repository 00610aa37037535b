"""Decorated classes."""

from copy import copy, deepcopy

import pytest

from ffc import LocalWorkflow, workflow


class Base:
    def inherited(self):
        return "inherited"


@pytest.fixture
def Counter():
    @workflow
    class Counter(Base):
        """Counts."""

        step = 1

        def __init__(self, start=0):
            self.total = start

        def add(self, n):
            self.total += n * self.step
            return self.total

        def _private(self):
            return "private"

        @staticmethod
        def double(n):
            return 2 * n

        @property
        def size(self):
            return self.total

        def __len__(self):
            return self.total

    return Counter


def run(*leaves):
    return LocalWorkflow(*leaves, workflow_name="test").run()


def find(*leaves):
    return [node.name for node in LocalWorkflow(*leaves, workflow_name="test").find_nodes()]


def test_keeps_what_describes_the_class(Counter):
    assert Counter.__name__ == "Counter"
    assert Counter.__qualname__ == "Counter.<locals>.Counter"
    assert Counter.__doc__ == "Counts."
    assert Counter.__module__ == __name__
    assert Counter.__wrapped__(3).total == 3
    assert "Counter" in repr(Counter)


def test_calls_run_in_the_order_written(Counter):
    counter = Counter(start=1)
    first = counter.add(1)
    counter.add(10)
    last = counter.add(n=100)
    assert run(last, first) == [112, 2]


def test_each_object_has_its_own_order(Counter):
    one, two = Counter(1), Counter(2)
    first = one.add(1)
    second = two.add(1)
    third = one.add(1)
    assert run(first, second, third) == [2, 3, 3]


def test_nodes_in_arguments_of_constructor_and_methods(Counter):
    two = workflow(lambda: [1, 2])()
    counter = Counter(two[1])
    assert run(counter.add(two[0])) == 3
    assert run(counter.add(counter.add(1))) == 3 + 1 + 4


def test_names(Counter):
    one, two = Counter(), Counter()
    leaves = one.add(1), two.add(1), one.add(2), one._private()
    class_name = "Counter.<locals>.Counter"
    assert find(*leaves) == [
        f"{class_name}_0000",
        f"{class_name}_0001",
        f"{class_name}.add_0000",
        f"{class_name}.add_0001",
        f"{class_name}.add_0002",
        f"{class_name}._private_0000",
    ]


def test_set_name(Counter):
    counter = Counter().set_name("counter")
    assert repr(counter) == "<object counter>"
    leaf = counter.add(1).set_name("added")
    assert counter.set_name("renamed") is counter
    assert find(leaf) == ["renamed", "added"]
    with pytest.raises(TypeError, match="must be a string"):
        counter.set_name(None)


def test_a_copy_is_the_very_object(Counter):
    counter = Counter()
    assert copy(counter) is counter and deepcopy([counter])[0] is counter


def test_items_of_calls():
    @workflow
    class Pair:
        def get(self):
            return {"a": 1}

    assert run(Pair().get()["a"]) == 1


def test_methods(Counter):
    assert run(Counter().inherited()) == "inherited"
    assert run(Counter()._private()) == "private"
    assert run(Counter().double(2)) == 4


def test_a_method_may_be_taken_first(Counter):
    add = Counter().add
    first, second = add(1), add(1)
    assert run(first, second) == [1, 2]


def test_methods_inherited_by_two_classes_count_once():
    class Root:
        def get(self):
            return type(self).__name__

    class Left(Root):
        pass

    class Right(Root):
        pass

    left, right = workflow(Left)().get(), workflow(Right)().get()
    assert left.name.endswith("Root.get_0000")
    assert right.name.endswith("Root.get_0001")
    assert run(left, right) == ["Left", "Right"]


def test_deriving_from_a_decorated_class(Counter):
    @workflow
    class Slow(Counter):
        def add(self, n):
            return super().add(n) / 2

    assert run(Slow(1).add(1)) == 1.0
    assert issubclass(Slow.__wrapped__, Counter.__wrapped__)


@pytest.mark.parametrize("name", ["missing", "total", "step", "size", "__len__x", "__getstate__x"])
def test_what_is_no_method(Counter, name):
    with pytest.raises(AttributeError, match=rf"Counter has no method '{name}'"):
        getattr(Counter(), name)


def test_no_attribute_can_be_set(Counter):
    with pytest.raises(AttributeError):
        Counter().total = 3


def test_special_methods_are_not_called(Counter):
    with pytest.raises(TypeError, match="no value before the run"):
        len(Counter())
    with pytest.raises(TypeError, match="no value before the run"):
        bool(Counter())
    with pytest.raises(TypeError, match="no value before the run"):
        Counter()[0]
    with pytest.raises(AttributeError, match="no method '__call__'"):
        Counter().__call__  # noqa: B018


def test_class_without_constructor():
    @workflow
    class Plain:
        def get(self):
            return 1

    assert run(Plain().get()) == 1


def test_names_of_our_own_hide_no_method():
    @workflow
    class Odd:
        def name(self):
            return "name"

        def _cls(self):
            return "cls"

        def add(self, last, constructor):
            return last, constructor

    odd = Odd()
    assert run(odd.name(), odd._cls(), odd.add(last=1, constructor=2)) == ["name", "cls", (1, 2)]
