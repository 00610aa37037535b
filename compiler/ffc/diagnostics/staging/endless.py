"""FFC223: The wiring does not come to an end."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class Endless(Error):
    """The wiring does not come to an end.

    What makes nodes is gone through when the app is compiled.

    Example:

        while True:
            load("a")

    Give the loop an end that is known when the app is compiled.
    """

    code = "FFC223"

    bound: str

    @property
    def message(self) -> str:
        return f"this does not come to an end within {self.bound}"

    @property
    def help(self) -> str:
        return "give it an end that is known when the app is compiled"
