"""FFC218: Functions that make nodes call each other too deeply."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class TooDeepCalls(Error):
    """Functions that make nodes call each other too deeply.

    What they do is gone through when the app is compiled.

    Example:

        def build(n):
            return build(n + 1)

    Give the recursion an end that is known when the app is compiled.
    """

    code = "FFC218"

    depth: int

    @property
    def message(self) -> str:
        return f"functions that make nodes call each other more than {self.depth} levels deep"

    @property
    def help(self) -> str:
        return "give the recursion an end that is known when the app is compiled"
