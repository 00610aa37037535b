"""FFC506: Notes would go in a circle."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class Circle(Error):
    """Notes would go in a circle.

    A step would get notes that it has given itself, and would never have all of them.

    Example:

        twice = add.bind("out", numbers)
        add.bind("out", twice)

    Make a second step for the second time: `Add.remote().bind("out", twice)`.
    """

    code = "FFC506"

    step: str
    made: Span
    through: tuple[str, ...]

    @property
    def message(self) -> str:
        return f"notes of the step `{self.step}` would come back to it"

    @property
    def notes(self) -> tuple[str, ...]:
        return ("they go " + " → ".join(self.through),) if len(self.through) > 2 else ()

    @property
    def help(self) -> str:
        return f"make another step for the second time: `{self.step}.remote()`"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.made, "made here"),)
