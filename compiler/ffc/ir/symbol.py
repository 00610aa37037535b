"""Names of the app, told apart by where and how they are bound."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_OF_BLOCKS: Final = -1_000_000_000  # the scopes of variables that the driver's blocks fill


@dataclass(frozen=True, slots=True)
class Symbol:
    """A name bound in one scope: scope 0 is the module, each staged call has one of its own.

    A name that is bound again as another kind of thing (`data = data()`) is another symbol of the
    next `version`.
    """

    name: str
    scope: int = 0
    version: int = 0

    @property
    def is_of_block(self) -> bool:
        """Whether it is a variable that the app does not have: a block of the driver fills it."""
        return self.scope <= _OF_BLOCKS


def of_block(name: str, order: int) -> Symbol:
    """A variable that a block of the driver fills; `order` tells it from others."""
    return Symbol(name, _OF_BLOCKS - order)
