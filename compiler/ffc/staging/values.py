"""What staging knows of a value."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..ir import NO_CODE, UNKNOWN, Fragment, Ref, Symbol
from ..source import Span

if TYPE_CHECKING:
    from .classes import Class
    from .frame import Frame


class Value:
    """Known, residual, or something of the wiring."""

    def inside(self) -> Iterator[Evaluated]:
        """What it holds besides containers and objects, which `elements` knows."""
        yield from ()

    def is_wired(self) -> bool:
        """Whether it exists at compile time alone, whatever it holds."""
        return False

    def called(self) -> str:
        """What to call it in a message."""
        return "a value"

    def escape(self) -> None:
        """Code that is not staged gets it."""


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
    """A function, lambda or class of the app that is no task.

    `wires` says whether it makes nodes, workflows or runs when called, as far as that is known.
    """

    definition: Symbol
    wires: Callable[[FunctionValue], bool] = field(compare=False, repr=False)


@dataclass(frozen=True)
class BuiltinValue(Value):
    """A function of Python's own, or of its library, that staging works out."""

    name: str


@dataclass(frozen=True)
class DialectValue(Value):
    """A name or module of a front end."""

    name: str


@dataclass(eq=False)
class ModuleValue(Value):
    """A module of the app, whose names are those of `frame`; it is `staged` when it is all there.

    In the driver it is gone: its names are the driver's. Other modules share the variables that are
    `lent` to them by `from module import name`.
    """

    name: str
    frame: Frame
    staged: bool = False
    lent: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class FlowValue(Value):
    """A workflow object."""

    flow: int


@dataclass(frozen=True)
class QueryValue(Value):
    """What `flow.query(…)` gives: nodes, and those of which the driver knows whether they match."""

    flow: int
    nodes: tuple[int, ...]
    maybe: tuple[int, ...] = ()
    pattern: Fragment = NO_CODE


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
    """A value with the code that gives it, and where that stands.

    `code` is for a driver that knows what ffc knows; `source`, where it differs, is for one in
    which the app's own variables hold the refs: the text as the app writes it.
    """

    value: Value
    code: Fragment
    span: Span
    source: Fragment | None = None

    @property
    def as_written(self) -> Fragment:
        return self.code if self.source is None else self.source


@dataclass(eq=False)
class Sequence_(Value):
    """A list or tuple. A list that code ffc does not follow may change has `escaped`.

    One that is an argument of a node is `given` away. One that had nodes in it is `staged`: it is
    not there in the driver. Its first items, `counted` of them, hold `weight` values.
    """

    items: list[Evaluated]
    is_list: bool
    escaped: bool = False
    given: bool = False
    staged: bool = False
    counted: int = 0
    weight: int = 0


@dataclass(frozen=True)
class Kind:
    """A class of dicts of the library's: `start` is the code that makes one, up to what it holds.

    A `factory` makes the entries that are asked for and missing.
    """

    name: str
    start: Fragment
    factory: Evaluated | None = None


@dataclass(eq=False)
class Mapping_(Value):
    """A dict with known keys; each entry has its key and its value. It may be of another `kind`."""

    entries: dict[object, tuple[Evaluated, Evaluated]] = field(default_factory=dict)
    kind: Kind | None = None
    escaped: bool = False
    given: bool = False
    staged: bool = False


@dataclass(eq=False)
class Set_(Value):
    """A set of known members."""

    members: dict[object, None] = field(default_factory=dict)
    escaped: bool = False
    frozen: bool = False

    def is_wired(self) -> bool:
        return any(isinstance(one, Value) and of_wiring(one) for one in self.members)


@dataclass(eq=False)
class Object_(Value):
    """An object of a class of the app; `is_frozen` where nothing can change its fields.

    It is `staged` if its class makes nodes: it is not there in the driver. The object of a named
    tuple `is_tuple` of its fields. It is an object `of` a class.
    """

    cls: Symbol
    fields: dict[str, Evaluated] = field(default_factory=dict)
    escaped: bool = False
    is_frozen: bool = False
    staged: bool = False
    is_tuple: bool = False
    of: Class | None = field(default=None, repr=False)


@dataclass(frozen=True, eq=False)
class Member:
    """A member of an enumeration of the app, as a Python object.

    One of an `IntEnum` or `StrEnum` `is_plain`: it is equal to its value, and may stand for it.
    `written` is what `str` gives, None where that is not known.
    """

    cls: Symbol
    name: str
    value: object
    is_plain: bool = False
    written: str | None = None

    def __eq__(self, other: object) -> bool:
        if self.is_plain:
            return self.value == (other.value if isinstance(other, Member) else other)
        return self.is_same(other)

    def __hash__(self) -> int:
        return hash(self.value if self.is_plain else (self.cls, self.name))

    def is_same(self, other: object) -> bool:
        return isinstance(other, Member) and (self.cls, self.name) == (other.cls, other.name)


@dataclass(frozen=True)
class BoundValue(Value):
    """A function of the app with its first arguments: a method, or what `partial` gives."""

    function: Value
    arguments: tuple[Evaluated, ...]
    keywords: tuple[tuple[str, Evaluated], ...] = ()
    is_partial: bool = False


@dataclass(eq=False)
class NodeSet:
    """The nodes whose refs a variable may hold. It grows while a loop that stays is staged.

    Where containers inside hold the refs, `inner` are the kinds of these, those of the outermost
    first; `actor` says that they are objects of that class.
    """

    nodes: dict[int, None] = field(default_factory=dict)
    inner: tuple[str, ...] = ()
    actor: Symbol | None = None


@dataclass(frozen=True)
class RefValue(Value):
    """A ref in a variable of the driver: of which node, only the driver knows.

    One of several that nothing else may take is `partial`. Where a condition has chosen which of
    some nodes is made, and it is that one, these are `chosen`.
    """

    nodes: NodeSet
    partial: bool = False
    chosen: tuple[int, ...] = ()


@dataclass(frozen=True)
class ManyValue(Value):
    """A container of the driver with refs in it; `kind` is `list`, `dict` or `iterator`.

    The elements of rows, as `zip` gives them, are tuples with `parts`. A slice of one that nothing
    else may take is `partial`. One that is itself an element has others around it, at its `depth`.
    """

    nodes: NodeSet
    kind: str = "list"
    parts: tuple[Value, ...] = ()
    partial: bool = False
    depth: int = 0

    @property
    def inner(self) -> tuple[str, ...]:
        """The kinds of the containers inside of it that hold the refs, as far as that is known."""
        return self.nodes.inner[self.depth :]


@dataclass(frozen=True)
class Lost(Value):
    """Something of the wiring that differs from pass to pass, and is no ref."""

    what: str


@dataclass(frozen=True)
class Jump(Value):
    """`break` or `continue`, on its way to the loop that is worked out."""

    word: str


RESIDUAL = Residual()
BROKEN = Broken()
_OF_WIRING = (
    NodeValue,
    ItemValue,
    InstanceValue,
    TaskValue,
    DialectValue,
    ModuleValue,
    FlowValue,
    QueryValue,
    RefValue,
    ManyValue,
    Lost,
)


def elements(value: Value) -> Iterator[Evaluated]:
    """What a container holds; nothing for other values."""
    if isinstance(value, Sequence_):
        yield from value.items
    elif isinstance(value, Mapping_):
        yield from (entry for _, entry in value.entries.values())
    elif isinstance(value, Object_):
        yield from value.fields.values()
    elif isinstance(value, BoundValue):
        yield from value.arguments
        yield from (argument for _, argument in value.keywords)
    else:
        yield from value.inside()


def is_ref(value: Value) -> bool:
    """Whether a variable of the driver can hold it: a node, an object, a container of these."""
    if isinstance(value, (NodeValue, ItemValue, InstanceValue, RefValue, ManyValue)):
        return True
    if not isinstance(value, (Sequence_, Mapping_)):
        return not of_wiring(value)
    return all(is_ref(element.value) for element in elements(value))


def _inner(value: Value) -> Iterator[Value]:
    """What it holds, members of sets and keys included."""
    yield from (element.value for element in elements(value))
    if isinstance(value, Set_):
        yield from (member for member in value.members if isinstance(member, Value))
    elif isinstance(value, Mapping_):
        yield from (key for key in value.entries if isinstance(key, Value))


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


def holds(value: Value, owner: Value) -> bool:
    """Whether the container `owner` is `value`, or is held by it."""
    seen: set[int] = set()
    pending = [value]
    while pending:
        one = pending.pop()
        if one is owner:
            return True
        if id(one) not in seen:
            seen.add(id(one))
            pending.extend(element.value for element in elements(one))
    return False


def empty(value: Value) -> None:
    """Takes everything out of a container that was refused."""
    if isinstance(value, Sequence_):
        value.items.clear()
    elif isinstance(value, Mapping_):
        value.entries.clear()


def is_large(value: Value, most: int) -> bool:
    """Whether the containers in `value` hold more than `most` values, counted where they stand."""
    if not isinstance(value, Sequence_):
        return _weight(value, most) > most
    if value.counted > len(value.items):
        value.counted = value.weight = 0
    for item in value.items[value.counted :]:  # those behind the ones that were counted before
        value.weight += 1 + _weight(item.value, most)
        value.counted += 1
        if value.weight > most:
            return True
    return value.weight > most


def _weight(value: Value, most: int) -> int:
    """How many values the containers in `value` hold; any number above `most` for more."""
    if isinstance(value, (Known, NodeValue, ItemValue, Residual)):
        return 0
    count, pending = 0, [value]
    while pending and count <= most:
        inner = [element.value for element in elements(pending.pop())]
        count += len(inner)
        pending.extend(inner)
    return count


def of_wiring(value: Value) -> bool:
    """Whether the value is, or holds, something that exists at compile time alone."""
    if isinstance(value, (Known, Residual)):
        return False
    if isinstance(value, FunctionValue):
        return value.wires(value)
    if isinstance(value, MemberValue):
        return of_wiring(value.owner)
    if isinstance(value, BoundValue) and of_wiring(value.function):
        return True
    if value.is_wired() or isinstance(value, _OF_WIRING):
        return True
    if isinstance(value, (Sequence_, Mapping_, Object_)):
        value.staged = value.staged or any(map(of_wiring, _inner(value)))
        return value.staged
    return any(map(of_wiring, _inner(value)))


def give_up(value: Value) -> None:
    """Code that is not staged may change the lists and dicts that it gets."""
    if isinstance(value, (Sequence_, Mapping_, Set_, Object_)) and not value.escaped:
        value.escaped = is_mutable(value)
        for element in elements(value):
            give_up(element.value)
    else:
        value.escape()


def is_mutable(value: Value) -> bool:
    """Whether it is a container or an object that can be changed."""
    match value:
        case Sequence_():
            return value.is_list
        case Set_():
            return not value.frozen
        case Object_():
            return not value.is_frozen
    return isinstance(value, Mapping_)


def to_python(value: Value) -> object:
    """The value as a Python object, with `UNKNOWN` for what is not known."""
    if isinstance(value, Known):
        return value.value
    if isinstance(value, Sequence_) and not value.escaped:
        items = [to_python(e.value) for e in value.items]
        return items if value.is_list else tuple(items)
    if isinstance(value, Mapping_) and not value.escaped and value.kind is None:
        return {key: to_python(e.value) for key, (_, e) in value.entries.items()}
    if isinstance(value, Set_) and not value.escaped:
        return frozenset(value.members) if value.frozen else set(value.members)
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
