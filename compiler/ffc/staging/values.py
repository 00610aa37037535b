"""What staging knows of a value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ..ir import UNKNOWN, Fragment, Ref, Symbol
from ..source import Span


class Value:
    """Known, residual, or something of the wiring."""


@dataclass(frozen=True)
class Known(Value):
    """A Python value that cannot change: a number, a string, None, a slice…"""

    value: object


@dataclass(frozen=True)
class Residual(Value):
    """Known only when the driver runs."""


@dataclass(frozen=True)
class Broken(Value):
    """What a refused expression gives: nothing more is said about it."""


@dataclass(frozen=True)
class NodeValue(Value):
    """A node of a task or of a method call."""

    node: int


@dataclass(frozen=True)
class ItemValue(Value):
    """`node[key]`."""

    ref: Ref


@dataclass(frozen=True)
class InstanceValue(Value):
    """What a class node gives: the object whose methods make nodes."""

    node: int
    definition: Symbol


@dataclass(frozen=True)
class TaskValue(Value):
    """A decorated function or class."""

    definition: Symbol


@dataclass(frozen=True)
class FunctionValue(Value):
    """A function or class of the app that is no task."""

    definition: Symbol


@dataclass(frozen=True)
class DialectValue(Value):
    """A name or module of a front end."""

    name: str


@dataclass(frozen=True)
class FlowValue(Value):
    """A workflow object."""

    flow: int


@dataclass(frozen=True)
class QueryValue(Value):
    """What `flow.query(…)` gives."""

    flow: int
    nodes: tuple[int, ...]


@dataclass(frozen=True)
class RunValue(Value):
    """The results of a run, there when the driver runs."""

    run: int


@dataclass(frozen=True)
class MemberValue(Value):
    """`owner.name` before it is called."""

    owner: Value
    name: str


@dataclass(frozen=True)
class Evaluated:
    """A value with the code that gives it, and where that stands."""

    value: Value
    code: Fragment
    span: Span


@dataclass(eq=False)
class Sequence_(Value):
    """A list or tuple. A list that code ffc does not follow may change has `escaped`.

    One that is an argument of a node is `given` away.
    """

    items: list[Evaluated]
    is_list: bool
    escaped: bool = False
    given: bool = False


@dataclass(eq=False)
class Mapping_(Value):
    """A dict with known keys; each entry has its key and its value."""

    entries: dict[object, tuple[Evaluated, Evaluated]] = field(default_factory=dict)
    escaped: bool = False
    given: bool = False


RESIDUAL = Residual()
BROKEN = Broken()
_OF_WIRING = (
    NodeValue,
    ItemValue,
    InstanceValue,
    TaskValue,
    DialectValue,
    FlowValue,
    QueryValue,
)


def elements(value: Value) -> Iterator[Evaluated]:
    """What a container holds; nothing for other values."""
    if isinstance(value, Sequence_):
        yield from value.items
    elif isinstance(value, Mapping_):
        yield from (entry for _, entry in value.entries.values())


def give(value: Value) -> None:
    """Notes that a node has got the containers in `value`."""
    if isinstance(value, (Sequence_, Mapping_)):
        value.given = True
        for element in elements(value):
            give(element.value)


def holds(value: Value, owner: Value) -> bool:
    """Whether the container `owner` is `value`, or is held by it."""
    return value is owner or any(holds(element.value, owner) for element in elements(value))


def empty(value: Value) -> None:
    """Takes everything out of a container that was refused."""
    if isinstance(value, Sequence_):
        value.items.clear()
    elif isinstance(value, Mapping_):
        value.entries.clear()


def is_large(value: Value, most: int) -> bool:
    """Whether the containers in `value` hold more than `most` values, counted where they stand."""
    count, pending = 0, [value]
    while pending and count <= most:
        inner = [element.value for element in elements(pending.pop())]
        count += len(inner)
        pending.extend(inner)
    return count > most


def of_wiring(value: Value) -> bool:
    """Whether the value is, or holds, something that exists at compile time alone."""
    if isinstance(value, MemberValue):
        return of_wiring(value.owner)
    return isinstance(value, _OF_WIRING) or any(of_wiring(e.value) for e in elements(value))


def give_up(value: Value) -> None:
    """Code that is not staged may change the lists and dicts that it gets."""
    if isinstance(value, (Sequence_, Mapping_)) and not value.escaped:
        if isinstance(value, Mapping_) or value.is_list:
            value.escaped = True
        for element in elements(value):
            give_up(element.value)


def to_python(value: Value) -> object:
    """The value as a Python object, with `UNKNOWN` for what is not known."""
    if isinstance(value, Known):
        return value.value
    if isinstance(value, Sequence_) and not value.escaped:
        items = [to_python(e.value) for e in value.items]
        return items if value.is_list else tuple(items)
    if isinstance(value, Mapping_) and not value.escaped:
        return {key: to_python(e.value) for key, (_, e) in value.entries.items()}
    return UNKNOWN


def is_known(python: object) -> bool:
    """Whether no part of what `to_python` gave is `UNKNOWN`."""
    if isinstance(python, (list, tuple)):
        return all(map(is_known, python))
    if isinstance(python, dict):
        return all(map(is_known, python.values()))
    return python is not UNKNOWN


def describe(value: Value) -> str:
    """What to call the value in a message."""
    names: dict[type[Value], str] = {
        NodeValue: "a node",
        ItemValue: "an item of a node",
        InstanceValue: "the object of a class node",
        TaskValue: "a task",
        DialectValue: "a name of the workflow library",
        FlowValue: "a workflow",
        FunctionValue: "a function that makes nodes",
        QueryValue: "a query",
    }
    if isinstance(value, MemberValue):
        return f"`.{value.name}` of {describe(value.owner)}"
    inner = next((describe(e.value) for e in elements(value) if of_wiring(e.value)), None)
    if inner is not None:
        return inner if inner.startswith("a container") else f"a container with {inner}"
    return names.get(type(value), "a value")
