"""Counters are dicts of their own kind, with numbers in them."""

from __future__ import annotations

from collections import Counter

from .base import Value
from .containers import Mapping_
from .python import to_python


def is_counter(value: Value) -> bool:
    """Whether it is a `collections.Counter` that staging follows."""
    kind = value.kind if isinstance(value, Mapping_) and not value.escaped else None
    return kind is not None and kind.name == "collections.Counter"


def counts_of(value: Value) -> Counter[object] | None:
    """The counts in a dict; None where one is no number that is known."""
    if not isinstance(value, Mapping_) or value.escaped:
        return None
    found: Counter[object] = Counter()
    for key, (_, one) in value.entries.items():
        count = to_python(one.value)
        if not isinstance(count, int | float):
            return None
        found[key] = count  # type: ignore[assignment]
    return found
