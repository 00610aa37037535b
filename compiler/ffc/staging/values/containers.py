"""Lists, tuples, dicts, sets and objects, and what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...ir import NO_CODE, Fragment, Symbol
from .base import Evaluated, Value
from .code import BoundValue

if TYPE_CHECKING:
    from ..classes import Class


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


@dataclass(eq=False)
class Deque_(Sequence_):
    """A `collections.deque` without a limit; `start` is the code that makes one, up to `[`."""

    start: Fragment = NO_CODE


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
