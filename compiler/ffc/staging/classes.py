"""What staging knows of the app's classes: the class, its fields, its methods, `super()`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..ir import Fragment, Symbol, SymbolUse, join, text
from .values import Evaluated, FunctionValue, Value


@dataclass(frozen=True)
class Field:
    """A field of a dataclass or a named tuple."""

    default: Evaluated | None = None
    factory: Value | None = None
    is_parameter: bool = True
    by_keyword: bool = False
    is_compared: bool = True

    @property
    def is_required(self) -> bool:
        return self.default is None and self.factory is None


@dataclass(eq=False)
class Class:
    """A class: what its body binds, and the classes in which a name is looked for, itself first.

    A member of one that is an enumeration and `is_plain` is a number or a text as well. Code that
    is not followed may change the attributes of one that has `escaped`. Exceptions are an `error`
    of Python's own.
    """

    symbol: Symbol
    order: tuple[Class, ...] = ()
    members: dict[str, Evaluated] = field(default_factory=dict)
    own_fields: dict[str, Field] = field(default_factory=dict)
    functions: list[FunctionValue] = field(default_factory=list)
    is_enum: bool = False
    is_plain: bool = False
    is_tuple: bool = False
    is_dataclass: bool = False
    is_frozen: bool = False
    is_ordered: bool = False
    has_equality: bool = False
    by_keyword: bool = False
    error: type[BaseException] | None = None
    escaped: bool = False

    def member(self, name: str) -> Fragment:
        """The code for `Class.name`."""
        return join(self.code, text(f".{name}"))

    @property
    def code(self) -> Fragment:
        """The code for the class."""
        is_inner = "." in self.symbol.name  # which the class around has, and nobody else
        return text(self.symbol.name) if is_inner else join(SymbolUse(self.symbol))

    def find(self, name: str, after: Class | None = None) -> Evaluated | None:
        """What it has under that name; `super` looks for it in what comes `after` a class."""
        order = self.order[self.order.index(after) + 1 :] if after is not None else self.order
        return next((one.members[name] for one in order if name in one.members), None)

    def fields(self) -> Mapping[str, Field]:
        """The fields in their order, those of bases first."""
        found: dict[str, Field] = {}
        for one in reversed(self.order):
            found.update(one.own_fields)
        return found


@dataclass(frozen=True)
class Wrapped(Value):
    """A function in the body of a class that is a `property`, `cached`, `static` or `class`."""

    kind: str
    function: Value
    setter: Value | None = None


@dataclass(frozen=True)
class SuperValue(Value):
    """`super()` in a method of class `owner`, called with `this`."""

    this: Evaluated
    owner: Class

    def inside(self) -> Iterator[Evaluated]:
        yield self.this
