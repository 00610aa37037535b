"""Functions, modules and their members."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...ir import Symbol
from .base import Evaluated, Value

if TYPE_CHECKING:
    from ..frame import Frame


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
class MemberValue(Value):
    """`owner.name` before it is called."""

    owner: Value
    name: str


@dataclass(frozen=True)
class BoundValue(Value):
    """A function of the app with its first arguments: a method, or what `partial` gives."""

    function: Value
    arguments: tuple[Evaluated, ...]
    keywords: tuple[tuple[str, Evaluated], ...] = ()
    is_partial: bool = False
