"""What the code of a definition does, where it matters that a worker runs it."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from ..source import Span
from .statement import Effect
from .symbol import Symbol


class How(enum.Enum):
    """How a variable is changed."""

    BINDS = "global X; X = 1"
    ITEM = "X[0] = 1"
    ATTRIBUTE = "X.total = 1"
    METHOD = "X.append(1)"


@dataclass(frozen=True)
class GlobalChange:
    """Function or method `function` changes a variable of the module."""

    symbol: Symbol
    how: How
    function: str
    span: Span


@dataclass(frozen=True)
class ArgumentChange:
    """Function or method `function` changes what its parameter `name` has got."""

    name: str
    function: str
    span: Span


@dataclass(frozen=True)
class Wait:
    """Function or method `function` calls `called`, `ray.get` or `ray.wait`."""

    called: str
    function: str
    span: Span


@dataclass(frozen=True)
class Facts:
    """Of a function, or of the methods of a class, in the order of the text.

    `effect` is what calling a task does besides giving a value, as far as a node wants to know:
    `ANY` where all results are used.
    """

    global_changes: tuple[GlobalChange, ...] = ()
    argument_changes: tuple[ArgumentChange, ...] = ()
    waits: tuple[Wait, ...] = ()
    effect: Effect = Effect.ANY


NO_FACTS = Facts()
