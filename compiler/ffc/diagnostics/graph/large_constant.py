"""FFC409: A large constant is sent with tasks or calls."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Warning_

_UNITS = ("kB", "MB", "GB", "TB")


@dataclass(frozen=True)
class LargeConstant(Warning_):
    """A large constant is sent with tasks or calls.

    Ray pickles a variable that a task names together with the task (and refuses tasks above 100
    MB), and an argument that is no node with each call. The size is what the code shows; values
    below 100 kB are not reported.

    Example:

        GRID = np.zeros((10_000, 10_000))

        @task
        def interpolate(point):
            return GRID[point]

    Make the value in a task of its own and pass that node: then it is stored once, and each machine
    gets it once.
    """

    code = "FFC409"

    name: str
    size: int
    sent: str
    places: tuple[tuple[Span, str], ...]

    @property
    def message(self) -> str:
        return f"`{self.name}` takes about {_words(self.size)}, {self.sent}"

    @property
    def help(self) -> str:
        return "make it in a task and pass that node: it is stored once, and not sent again"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return self.places


def _words(size: int) -> str:
    """`80 MB`."""
    amount, unit = size / 1000, 0
    while amount >= 1000 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{amount:.0f} {_UNITS[unit]}"
