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

        add = Add.remote()
        added = add.bind("out", add)

    Bind it to where its notes start. For a second round, bind again what `bind` gave:
    `add.bind("out", add.bind("out", numbers))` are two steps.
    """

    code = "FFC506"

    step: str
    made: Span

    @property
    def message(self) -> str:
        return f"the step `{self.step}` would get its own notes"

    @property
    def help(self) -> str:
        return "bind it to a source, or to what `bind` of another step gives"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.made, "made here"),)
