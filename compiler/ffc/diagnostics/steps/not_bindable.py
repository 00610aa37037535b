"""FFC504: `bind` of something that takes no notes."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class NotBindable(Error):
    """`bind` of something that takes no notes.

    Only a step is bound, and only once: what `X.remote()` gives, of a class derived from `Step`, or
    a function under `@remote`. Notes start at sources, and resources are given by keyword.

    Example:

        numbers = Numbers.remote().bind("out", other)  # a SourceStep

    Leave `bind` out where the message names a source. A class is made a node first:
    `Add.remote().bind("out", numbers)`.
    """

    code = "FFC504"

    what: str
    way: str
    made: Span | None

    @property
    def message(self) -> str:
        return f"{self.what} cannot be bound"

    @property
    def help(self) -> str:
        return self.way

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return () if self.made is None else ((self.made, "made here"),)
