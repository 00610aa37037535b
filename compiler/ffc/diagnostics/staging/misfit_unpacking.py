"""FFC222: Values do not fit the names that they are unpacked into."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class MisfitUnpacking(Error):
    """Values do not fit the names that they are unpacked into.

    The app itself would end there with a `ValueError`, before anything runs.

    Example:

        points, labels = load("a"), load("b"), load("c")

    Write as many names as there are values, or a starred name for the rest.
    """

    code = "FFC222"

    given: str
    count: int

    @property
    def message(self) -> str:
        return f"{self.given} cannot be unpacked into {self.count} names"

    @property
    def help(self) -> str:
        return "write one name for each value, or a starred name for the rest"
