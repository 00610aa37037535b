"""What comes before a node in its process: the calls that its plugins make."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .fragment import Fragment, SymbolUse
from .symbol import Symbol

Number = int | float


@dataclass(frozen=True)
class Seeds:
    """The state of a plugin that gives each node another seed.

    `numbers` are the lowest and highest seed and the one before the first, if all are known.
    Where only the driver can count, `state` is the variable with the seeds.
    """

    state: Symbol
    numbers: tuple[Number, Number, Number] | None


@dataclass(frozen=True)
class Setup:
    """One call: `function(seed)` where there are `seeds`, else `function()`.

    If it `is_object`, the function is what a plugin of the app's own gives for the node. `seed` is
    the code for the seed of the node, once that is known.
    """

    function: Fragment
    seeds: Seeds | None = None
    is_object: bool = False
    seed: Fragment | None = None

    @property
    def state(self) -> Fragment | None:
        """What changes in the driver with each node, if anything does."""
        if self.is_object:
            return self.function
        if self.seeds is None or self.seeds.numbers is not None:
            return None
        return Fragment((SymbolUse(self.seeds.state),))


Setups = tuple[Setup, ...]


@dataclass(frozen=True)
class NodeSeeds:
    """The seeds of a node in one run: for each setup that has seeds, None if the driver counts.

    A node that stands for several has a row for each of these, in their order.
    """

    run: int
    rows: tuple[tuple[Number | None, ...], ...]


def codes(setups: Setups) -> Iterator[Fragment]:
    """The code that the driver has for them."""
    for setup in setups:
        yield setup.function
        if setup.seed is not None:
            yield setup.seed
