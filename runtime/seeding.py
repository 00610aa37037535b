"""The seeds of nodes, where only the driver knows how many there are."""

from collections.abc import Iterator
from typing import Any


def seeds_from(low: Any, high: Any, seed: Any) -> Iterator[Any]:
    """The numbers behind `seed`, one after another; after `high` comes `low`."""
    while True:
        seed += 1
        if seed > high:
            seed = low
        yield seed
