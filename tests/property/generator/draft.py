"""An app that is being written, and what may be written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from .live import Live
from .values import Value

if TYPE_CHECKING:
    from .wiring import Wiring


@dataclass(frozen=True)
class Construct:
    """Something that an app may do. `write` writes it, or nothing if there is nothing to do it to.

    One that is `at_top` stands in no loop or function. Where several could stand, `weight` says how
    often it does.
    """

    name: str
    write: Callable[[Wiring], object]
    weight: int = 2
    at_top: bool = False


@dataclass(frozen=True)
class Argument:
    """A form of argument: `write` gives it, or None if there is nothing to make it of."""

    name: str
    write: Callable[[Wiring], str | None]
    weight: int = 1


@dataclass(frozen=True)
class Function:
    """A function of the app that makes nodes: what it takes, in order, and what it gives.

    A parameter takes `node`, `number`, `text`, `nodes` or `any`; one that starts with `*` takes
    any number of them, one that ends with `=` may be left out, and only so one that has a name
    before a colon is given by name.
    """

    name: str
    parameters: tuple[str, ...] = ()
    returns: tuple[Value, ...] = ()


class Draft:
    """An app that is being written: its parts so far, and its one source of chance."""

    def __init__(
        self,
        rng: Random,
        statements: Sequence[Construct],
        arguments: Sequence[Argument],
        has_local: bool,
        has_storage: bool,
    ) -> None:
        self.rng, self.has_local, self.has_storage = rng, has_local, has_storage
        self.statements, self.arguments = statements, arguments
        self.live = Live()
        self.imports: dict[str, None] = {}
        self.definitions: list[str] = []
        self.defined: frozenset[str] = frozenset()
        self.lines: list[str] = []
        self.functions: dict[str, Function] = {}
        self.node_names: list[str] = []
        self.used: Counter[str] = Counter()
        self._numbers: Counter[str] = Counter()

    def fresh(self, name: str) -> str:
        """A name that no other part of the app has: `nodes`, `nodes2`…"""
        self._numbers[name] += 1
        return name if self._numbers[name] == 1 else f"{name}{self._numbers[name]}"

    @property
    def has_objects(self) -> bool:
        return self.live.has_objects

    def define(self, source: str) -> bool:
        """Puts a definition in front of the wiring, if it works there."""
        works = self.live.attempt(source)
        if works:
            self.definitions.append(source)
            self.defined |= bound_by(source)
        return works

    def load(self, statement: str) -> None:
        """Imports something."""
        if statement not in self.imports and self.live.attempt(statement):
            self.imports[statement] = None


def bound_by(source: str) -> set[str]:
    """The names that a definition binds at the module's top level."""
    return set(re.findall(r"^(?:def |class )?(\w+)", source, re.MULTILINE))
