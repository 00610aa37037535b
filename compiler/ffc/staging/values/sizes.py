"""How much containers hold."""

from __future__ import annotations

from .base import Known, Residual, Value
from .containers import Sequence_, elements
from .wired import ItemValue, NodeValue


def is_large(value: Value, most: int) -> bool:
    """Whether the containers in `value` hold more than `most` values, counted where they stand."""
    if not isinstance(value, Sequence_):
        return _weight(value, most) > most
    if value.counted > len(value.items):
        value.counted = value.weight = 0
    for item in value.items[value.counted :]:  # those behind the ones that were counted before
        value.weight += 1 + _weight(item.value, most)
        value.counted += 1
        if value.weight > most:
            return True
    return value.weight > most


def _weight(value: Value, most: int) -> int:
    """How many values the containers in `value` hold; any number above `most` for more."""
    if isinstance(value, (Known, NodeValue, ItemValue, Residual)):
        return 0
    count, pending = 0, [value]
    while pending and count <= most:
        inner = [element.value for element in elements(pending.pop())]
        count += len(inner)
        pending.extend(inner)
    return count
