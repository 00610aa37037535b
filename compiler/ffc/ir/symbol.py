"""Names of the app, told apart by where and how they are bound."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Symbol:
    """A name bound in one scope: scope 0 is the module, each staged call has one of its own.

    A name that is bound again as another kind of thing (`data = data()`) is another symbol of the
    next `version`.
    """

    name: str
    scope: int = 0
    version: int = 0
