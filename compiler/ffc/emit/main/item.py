"""The pieces that `main()` is put together from."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Step(enum.IntEnum):
    """What may stand at one place, in the order in which it does; the last four as in the app."""

    PLAIN = 0
    ENTER = 1
    RUN = 2
    START = 3
    PENDING = 4
    LIMIT = 5
    SUBMIT = 6
    FILL = 7


LAST = 1 << 60  # behind the submissions of all runs


@dataclass(frozen=True)
class Item:
    """One piece of `main()`: behind statement `after`; `number` is its node or statement.

    It stands in the blocks `within`, and comes from the statement at `place` in the app.
    """

    after: int
    step: Step
    number: int
    run: int = -1
    within: tuple[int, ...] = ()
    place: int = 0

    @property
    def is_node(self) -> bool:
        return self.step is Step.SUBMIT


def key(item: Item) -> tuple[int, Step, int, int]:
    """What items are sorted by."""
    run = item.run if item.step >= Step.SUBMIT else -1
    return item.after, min(item.step, Step.PENDING), item.place, run
