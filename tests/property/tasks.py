"""The tasks of the random apps, and what is known of what they return.

Every task takes anything, so that every wiring of them is an app. They print nothing, and return
the same for the same arguments.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

Key = int | str

SOURCE: Final = '''
SHIFT = 3


def total(value):
    """The numbers in a value, at any depth, added up."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return sum(total(part) for part in value) % 1009
    return len(value) if isinstance(value, str) else int(value or 0)


@task
def add(a, b=SHIFT):
    return total([a, b])


@task
def pair(a, b=2):
    return a, total(b)


@task
def record(low, *, high=None):
    # Both ends.
    return {"low": total(low), "high": high}


@task
def gather(*parts, **named):
    """All of the arguments."""
    return [*parts, *named.values(), len(parts)]


@task
def show(value=()):
    return f"<{value}>"[:60]


@task
class Counter:
    step = SHIFT

    def __init__(self, start=0):
        self.count = total(start)
        self.last = None

    def add(self, amount, times=1):
        self.count += total(amount) * total(times) + self.step
        self.last = amount
        return self.count

    def state(self):
        return {"count": self.count, "last": self.last}
'''


@dataclass(frozen=True)
class Task:
    """What a task takes, and the items that its result has."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    items: tuple[Key, ...] = ()
    by_name: bool = False  # the optional ones only so


# `gather` takes what comes and returns one item more.
FUNCTIONS: Final = {
    "add": Task(("a",), ("b",)),
    "pair": Task(("a",), ("b",), items=(0, 1, -1)),
    "record": Task(("low",), ("high",), items=("low", "high"), by_name=True),
    "gather": Task(),
    "show": Task((), ("value",)),
}
METHODS: Final = {
    "add": Task(("amount",), ("times",)),
    "state": Task(items=("count", "last")),
}
CONSTRUCTOR: Final = Task((), ("start",))
