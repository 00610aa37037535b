"""What staging knows of a class of the app: its bases and what its body defines."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ...ir import Symbol
from ..attempt import Impure
from ..classes import Class
from ..frame import Frame
from ..machine import Machine
from ..raising import BUILTIN
from ..values import BuiltinValue, Evaluated, FunctionValue
from .class_body import evaluate_body

_DATACLASS = ("dataclasses.dataclass", "dataclass")
_ENUMS = ("enum.Enum", "enum.IntEnum", "enum.StrEnum")
_EMPTY = ("object", "abc.ABC", "typing.Protocol", "typing.Generic")
_TUPLE = "typing.NamedTuple"


def described(machine: Machine, symbol: Symbol) -> Class | None:
    """The class, None where a base, a decorator or a metaclass is not known."""
    if symbol not in machine.classes:
        machine.classes[symbol] = None  # a class that is its own base has no end else
        machine.classes[symbol] = _describe(machine, symbol)
    return machine.classes[symbol]


def class_of(machine: Machine, function: FunctionValue) -> Class | None:
    """The class that `function` is, None for a function or a class that is not known."""
    is_class = function.definition in machine.classes or isinstance(
        machine.trees.get(function.definition), cst.ClassDef
    )
    return described(machine, function.definition) if is_class else None


def all_members(cls: Class) -> Iterator[tuple[str, Evaluated]]:
    """Everything that the class has, what it inherits included."""
    found: dict[str, Evaluated] = {}
    for one in reversed(cls.order):
        found.update(one.members)
    yield from found.items()


def _describe(machine: Machine, symbol: Symbol) -> Class | None:
    tree = machine.trees[symbol]
    assert isinstance(tree, cst.ClassDef)
    home = machine.homes[symbol]
    if any(_word(keyword) == "metaclass" for keyword in tree.keywords):
        return None
    cls = Class(symbol)
    bases = [_base(machine, cls, base.value, home) for base in tree.bases]
    known = [base for base in bases if base is not None]
    order = _linear([[*base.order] for base in known] + [list(known)])
    if len(known) < len(bases) or order is None:
        return None
    cls.order = (cls, *(one for one in order if one.symbol is not _NOTHING.symbol))
    for base in cls.order[1:]:
        cls.is_enum, cls.is_plain = cls.is_enum or base.is_enum, cls.is_plain or base.is_plain
        cls.error = cls.error or base.error
        cls.is_tuple, cls.is_frozen = cls.is_tuple or base.is_tuple, cls.is_frozen or base.is_frozen
    if not all(_decorate(machine, cls, one.decorator, home) for one in tree.decorators):
        return None
    return cls if _evaluated(machine, cls, tree, home) else None


def _evaluated(machine: Machine, cls: Class, tree: cst.ClassDef, home: Frame) -> bool:
    start = machine.trail.begin()
    try:
        evaluate_body(machine, cls, tree, home)
    except Impure:
        machine.trail.back(start)
        return False
    machine.trail.keep()
    return True


_NOTHING = Class(Symbol("object", -1))  # a base that adds nothing that staging follows


def _base(machine: Machine, cls: Class, base: cst.BaseExpression, home: Frame) -> Class | None:
    """What a base is, None for one that is not known."""
    if isinstance(base, cst.Subscript):  # Generic[T]
        base = base.value
    bound = machine.evaluate(base, home)
    if isinstance(bound, FunctionValue):
        return class_of(machine, bound)
    if isinstance(bound, BuiltinValue) and bound.name in BUILTIN:
        cls.error = BUILTIN[bound.name]
        return _NOTHING
    qualified = machine.qualified(base, home)
    if qualified in _ENUMS:
        cls.is_enum, cls.is_plain = True, qualified != _ENUMS[0]
    elif qualified == _TUPLE:
        cls.is_tuple = cls.is_frozen = True
    elif qualified not in _EMPTY:
        return None
    return _NOTHING


def _linear(orders: list[list[Class]]) -> list[Class] | None:
    """Python's order of bases (C3), None where there is none."""
    found: list[Class] = []
    while any(orders):
        heads = [order[0] for order in orders if order]
        later = [one for order in orders for one in order[1:]]
        head = next((one for one in heads if one not in later or one is _NOTHING), None)
        if head is None:
            return None
        found.append(head)
        orders = [[one for one in order if one is not head] for order in orders]
    return found


def _decorate(machine: Machine, cls: Class, decorator: cst.BaseExpression, home: Frame) -> bool:
    called = decorator.func if isinstance(decorator, cst.Call) else decorator
    cls.is_dataclass = machine.qualified(called, home) in _DATACLASS
    cls.has_equality = cls.is_dataclass
    for arg in decorator.args if isinstance(decorator, cst.Call) else ():
        given = machine.qualified(arg.value) == "True"
        match _word(arg):
            case "frozen":
                cls.is_frozen = given
            case "order":
                cls.is_ordered = given
            case "eq":
                cls.has_equality = given
            case "kw_only":
                cls.by_keyword = given
            case "slots" | "repr" | "unsafe_hash" | "match_args":
                pass
            case _:
                return False
    return cls.is_dataclass


def _word(arg: cst.Arg) -> str:
    return arg.keyword.value if arg.keyword is not None else ""
