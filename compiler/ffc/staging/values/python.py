"""Values and the Python objects that they stand for."""

from __future__ import annotations

from ...ir import UNKNOWN
from .base import Known, Value
from .containers import Deque_, Mapping_, Sequence_, Set_


def to_python(value: Value) -> object:
    """The value as a Python object, with `UNKNOWN` for what is not known."""
    if isinstance(value, Known):
        return value.value
    if isinstance(value, Sequence_) and not value.escaped and not isinstance(value, Deque_):
        items = [to_python(e.value) for e in value.items]
        return items if value.is_list else tuple(items)
    if isinstance(value, Mapping_) and not value.escaped and value.kind is None:
        return {key: to_python(e.value) for key, (_, e) in value.entries.items()}
    if isinstance(value, Set_) and not value.escaped:
        return frozenset(value.members) if value.frozen else set(value.members)
    return UNKNOWN


def is_known(python: object) -> bool:
    """Whether no part of what `to_python` gave is `UNKNOWN`."""
    if isinstance(python, (list, tuple)):
        return all(map(is_known, python))
    if isinstance(python, dict):
        return all(map(is_known, python.values()))
    return python is not UNKNOWN
