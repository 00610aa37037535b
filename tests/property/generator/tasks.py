"""The tasks of the random apps, and what is known of what they return.

Every task takes anything, so that every wiring of them is an app. They print nothing, return the
same for the same arguments, and something else if two of these change places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .values import Key

BASE: Final = '''
SHIFT = 3


def mix(value):
    """A number that depends on every part of a value, and on their order."""
    if isinstance(value, dict):
        value = [part for item in value.items() for part in item]
    if isinstance(value, str):
        value = [ord(letter) for letter in value]
    if hasattr(value, "__dict__"):
        value = list(vars(value).values())
    if not isinstance(value, (list, tuple)):
        return int(value or 0)
    result = len(value)
    for part in value:
        result = (result * 31 + mix(part)) % 10007
    return result
'''

SOURCES: Final = {
    "add": """
@task
def add(a, b=SHIFT):
    return mix([a, b])
""",
    "pair": """
@task
def pair(a, b=2):
    return a, mix([b, a])
""",
    "record": """
@task
def record(low, *, high=None):
    # Both ends.
    return {"low": mix(low), "high": high}
""",
    "gather": '''
@task
def gather(*parts, **named):
    """All of the arguments."""
    return [*parts, *named.values(), len(parts)]
''',
    "show": """
@task
def show(value=()):
    return f"<{value}>"[:60]
""",
    "scale": """
@task
def scale(value, /, factor: int = 2, *, offset: "int | None" = None) -> list[int]:
    return [mix(value) % 97, mix(factor) % 89, mix(offset) % 83]
""",
    "twice": """
def doubled(function):
    @functools.wraps(function)
    def call(*args, **kwargs):
        return mix([function(*args, **kwargs)] * 2)

    return call


@task
@doubled
def twice(first, second=None, *rest):
    return [first, second, rest]
""",
    "Counter": """
@task
class Counter:
    step = SHIFT

    def __init__(self, start=0):
        self.count = mix(start)
        self.last = None

    def add(self, amount, times=1):
        self.count = (self.count * 7 + mix([amount, times]) + self.step) % 10007
        self.last = amount
        return self.count

    def state(self):
        return {"count": self.count, "last": self.last}
""",
}


@dataclass(frozen=True)
class Task:
    """What a task takes, and the items that its result has."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    items: tuple[Key, ...] = ()
    by_place: tuple[str, ...] = ()  # only so
    by_name: tuple[str, ...] = ()  # only so
    is_star: bool = False  # takes more by place


# `gather` takes what comes and returns one item more.
FUNCTIONS: Final = {
    "add": Task(("a",), ("b",)),
    "pair": Task(("a",), ("b",), items=(0, 1, -1)),
    "record": Task(("low",), ("high",), items=("low", "high"), by_name=("high",)),
    "gather": Task(is_star=True),
    "show": Task((), ("value",)),
    "scale": Task(
        ("value",),
        ("factor", "offset"),
        items=(0, 1, 2, -1),
        by_place=("value",),
        by_name=("offset",),
    ),
    "twice": Task(("first",), ("second",)),
}
METHODS: Final = {
    "add": Task(("amount",), ("times",)),
    "state": Task(items=("count", "last")),
}
CONSTRUCTOR: Final = Task((), ("start",))
