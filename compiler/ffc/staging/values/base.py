"""What all values have in common, and those that are neither containers nor of the wiring."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...ir import Fragment
from ...source import Span


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
class HelperValue(Residual):
    """What the driver has in its runtime under that name."""

    name: str


@dataclass(frozen=True)
class Broken(Value):
    """What a refused expression gives: nothing more is said about it."""


@dataclass(frozen=True)
class Jump(Value):
    """`break` or `continue`, on its way to the loop that is worked out."""

    word: str


@dataclass(frozen=True, slots=True)
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


RESIDUAL = Residual()
BROKEN = Broken()
