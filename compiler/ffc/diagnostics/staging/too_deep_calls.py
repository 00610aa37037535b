"""FFC218: Functions that make nodes call each other too deeply."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class TooDeepCalls(Error):
    """Functions that make nodes call each other too deeply.

    Example:

        def build(n):
            return build(n + 1)

    Give the recursion an end that is known when the app is compiled.
    """

    code = "FFC218"

    depth: int | None

    @property
    def message(self) -> str:
        if self.depth is None:
            return "the wiring does not come to an end within 20,000 statements"
        return f"functions that make nodes call each other more than {self.depth} levels deep"

    @property
    def help(self) -> str:
        return "give the recursion an end that is known when the app is compiled"
