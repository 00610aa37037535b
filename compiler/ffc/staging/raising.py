"""Exceptions of the app that staging follows: raised and caught where all is known.

try:
    rate = RATES[method]            the entry, or 0.01: which of both is known, and nothing of
except KeyError:                    the `try` is there in the driver
    rate = 0.01
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from dataclasses import dataclass

from ..source import Span
from .attempt import Impure
from .classes import Class
from .values import Evaluated, Object_, Value

BUILTIN = {
    name: kind
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
}


@dataclass(eq=False)
class Error_(Value):
    """An exception, which is not there in the driver.

    Its `kind` is one of Python's; `cls` is the app's own class of it, `this` its object. What it
    was made of is `given`, None where Python made it: its words differ from version to version.
    """

    kind: type[BaseException]
    given: tuple[Evaluated, ...] | None = None
    cls: Class | None = None
    this: Object_ | None = None

    def is_wired(self) -> bool:
        return True

    def inside(self) -> Iterator[Evaluated]:
        yield from self.given or ()

    def called(self) -> str:
        return "an exception that the wiring catches"


class Raised(Exception):
    """An exception of the app on its way to what catches it."""

    def __init__(self, error: Error_, span: Span) -> None:
        super().__init__(error)
        self.error = error
        self.span = span


class Unsure(Impure):
    """Whether an exception is raised there, only the driver knows."""
