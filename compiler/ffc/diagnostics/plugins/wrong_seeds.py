"""FFC602: The seeds of a plugin cannot be."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class WrongSeeds(Error):
    """The seeds of a plugin cannot be.

    Each node with a `RandomStatePlugin` gets the seed behind the last one, and `min` after `max`:
    these and `seed` are numbers, and `min` is not above `max`.

    Example:

        RandomStatePlugin(min=100, max=1, seed=1, seed_func=random.seed)

    Give the lowest and the highest seed.
    """

    code = "FFC602"

    reason: str

    @property
    def message(self) -> str:
        return f"these cannot be seeds: {self.reason}"

    @property
    def help(self) -> str:
        return "seeds go from `seed` up to `max`, and on from `min`"
