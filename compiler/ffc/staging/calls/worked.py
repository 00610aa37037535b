"""A call of a builtin, as those who work it out see it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import libcst as cst

from ...ir import SymbolUse, join, text
from ...source import Span
from ..frame import Frame
from ..known import Fails
from ..machine import Machine
from ..passed import Passed
from ..reify import reify
from ..values import Broken, Evaluated, Known, Value, of_wiring


@dataclass(frozen=True)
class Call:
    """The call `node` of a builtin, with its arguments by position and by keyword."""

    machine: Machine
    node: cst.Call
    frame: Frame
    values: Sequence[Evaluated]
    keywords: Mapping[str, Evaluated]

    @property
    def span(self) -> Span:
        return self.machine.span(self.node)

    @property
    def is_wired(self) -> bool:
        """Whether something of the wiring is among the arguments."""
        return any(of_wiring(one.value) for one in (*self.values, *self.keywords.values()))

    @property
    def none(self) -> Evaluated:
        return Evaluated(Known(None), text("None"), self.span)

    def fails(self, error: Exception) -> Value:
        """The call raises that, here as in the driver."""
        raise Fails(error)

    def given(self, found: Evaluated) -> Value:
        """An element of what is not there in the driver; it is written where the call stands."""
        if not of_wiring(found.value):
            self.frame.replaced[id(self.node)] = found.code
        return found.value

    def steps(self, index: int) -> Iterator[Evaluated] | None:
        """The elements of an argument one after another, None where they are not known."""
        return self.machine.steps(self.values[index]) if index < len(self.values) else None

    def all_steps(self, start: int = 0) -> list[Iterator[Evaluated]] | None:
        """The elements of each argument from `start` on, None where some are not known."""
        found = [self.steps(index) for index in range(start, len(self.values))]
        known = [items for items in found if items is not None]
        return known if len(known) == len(found) else None

    def items(self, index: int) -> list[Evaluated] | None:
        """The elements of an argument, None where they are not known."""
        if index >= len(self.values):
            return None
        return self.machine.iterate(self.values[index])

    def all_items(self, start: int = 0) -> list[list[Evaluated]] | None:
        """The elements of each argument from `start` on, None where some are not known."""
        found = [self.items(index) for index in range(start, len(self.values))]
        known = [items for items in found if items is not None]
        return known if len(known) == len(found) else None

    def apply(self, function: Evaluated, *given: Evaluated) -> Evaluated:
        """What `function` gives for these arguments."""
        arguments = [Passed(None, "", one, None, None) for one in given]
        self.machine.direct = 0
        self.frame.replaced.pop(id(self.node), None)
        self.frame.made.pop(id(self.node), None)
        value = self.machine.apply(function.value, arguments, self.node, self.frame)
        code = self.frame.replaced.pop(id(self.node), None) or reify(value)
        self.frame.made.pop(id(self.node), None)
        if code is None:
            parts = [part for one in given for part in (text(", "), one.code)][1:]
            simple = len(function.code.parts) == 1 and isinstance(function.code.parts[0], SymbolUse)
            opened = function.code if simple else join(text("("), function.code, text(")"))
            code = join(opened, text("("), *parts, text(")"))
        return Evaluated(value, code, self.span)

    def only(self, *keywords: str) -> bool:
        """Whether it has no other keyword arguments than these."""
        return set(self.keywords) <= set(keywords)


Work = Callable[[Call], "Value | None"]


def failed(items: Sequence[Evaluated]) -> Value | None:
    """The first value that was refused."""
    return next((item.value for item in items if isinstance(item.value, Broken)), None)
