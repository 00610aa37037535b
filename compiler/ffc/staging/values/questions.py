"""What is asked about values of the wiring, and what is done with them."""

from __future__ import annotations

from collections.abc import Iterator

from .base import Known, Residual, Value
from .code import BoundValue, FunctionValue, MemberValue, ModuleValue
from .containers import Mapping_, Object_, Sequence_, Set_, elements, is_mutable
from .wired import (
    DialectValue,
    FlowValue,
    InstanceValue,
    ItemValue,
    Lost,
    ManyValue,
    NodeSet,
    NodeValue,
    QueryValue,
    RefValue,
    RemoteValue,
    TaskValue,
)

_OF_WIRING = (
    NodeValue,
    ItemValue,
    InstanceValue,
    TaskValue,
    RemoteValue,
    DialectValue,
    ModuleValue,
    FlowValue,
    QueryValue,
    RefValue,
    ManyValue,
    Lost,
)


def of_wiring(value: Value) -> bool:
    """Whether the value is, or holds, something that exists at compile time alone."""
    return not isinstance(value, (Known, Residual)) and _is_of_wiring(value, set())


def _is_of_wiring(value: Value, seen: set[int]) -> bool:
    """The same; the containers in `seen`, by identity, are looked at already."""
    if isinstance(value, (Known, Residual)):
        return False
    if isinstance(value, FunctionValue):
        return value.wires(value)
    if isinstance(value, MemberValue):
        return _is_of_wiring(value.owner, seen)
    if isinstance(value, BoundValue) and _is_of_wiring(value.function, seen):
        return True
    if value.is_wired() or isinstance(value, _OF_WIRING):
        return True
    if not isinstance(value, (Sequence_, Mapping_, Object_)):
        return any(_is_of_wiring(one, seen) for one in _inner(value))
    if value.staged or id(value) in seen:
        return value.staged
    seen.add(id(value))
    value.staged = any(_is_of_wiring(one, seen) for one in _inner(value))
    return value.staged


def _inner(value: Value) -> Iterator[Value]:
    """What it holds, members of sets and keys included."""
    yield from (element.value for element in elements(value))
    if isinstance(value, Set_):
        yield from (member for member in value.members if isinstance(member, Value))
    elif isinstance(value, Mapping_):
        yield from (key for key in value.entries if isinstance(key, Value))


def is_ref(value: Value) -> bool:
    """Whether a variable of the driver can hold it: a node, an object, a container of these."""
    if isinstance(value, (NodeValue, ItemValue, InstanceValue, RefValue, ManyValue)):
        return True
    if not isinstance(value, (Sequence_, Mapping_)):
        return not of_wiring(value)
    return all(is_ref(element.value) for element in elements(value))


def held_in(value: Value) -> Iterator[tuple[NodeSet, bool]]:
    """The nodes that variables of the driver hold among what `value` is or holds.

    With each set, whether all of them are taken.
    """
    if isinstance(value, (RefValue, ManyValue)):
        yield value.nodes, not value.partial
    for element in elements(value):
        yield from held_in(element.value)


def give(value: Value) -> None:
    """Notes that a node has got the containers in `value`."""
    if isinstance(value, (Sequence_, Mapping_)):
        value.given = True
        for element in elements(value):
            give(element.value)


def give_up(value: Value) -> None:
    """Code that is not staged may change the lists and dicts that it gets."""
    if isinstance(value, (Sequence_, Mapping_, Set_, Object_)) and not value.escaped:
        value.escaped = is_mutable(value)
        for element in elements(value):
            give_up(element.value)
    else:
        value.escape()


def describe(value: Value) -> str:
    """What to call the value in a message."""
    names: dict[type[Value], str] = {
        NodeValue: "a node",
        ItemValue: "an item of a node",
        InstanceValue: "the object of a class node",
        TaskValue: "a task",
        RemoteValue: "a class or function of a step graph",
        DialectValue: "a name of the workflow library",
        FlowValue: "a workflow",
        ModuleValue: "a module of the app",
        FunctionValue: "a function that makes nodes",
        QueryValue: "a query",
        Object_: "an object that makes nodes",
        RefValue: "a node",
        ManyValue: "a container with nodes",
    }
    if isinstance(value, MemberValue):
        return f"`.{value.name}` of {describe(value.owner)}"
    if isinstance(value, Lost):
        return f"{value.what} of an earlier pass"
    inner = next((describe(one) for one in _inner(value) if of_wiring(one)), None)
    if inner is not None:
        return inner if inner.startswith("a container") else f"a container with {inner}"
    return names.get(type(value)) or value.called()
