"""Objects of the app's classes as Python objects that compare as they do."""

from __future__ import annotations

from ..ir import UNKNOWN
from .classes import Class
from .values import (
    FlowValue,
    InstanceValue,
    ItemValue,
    NodeValue,
    Object_,
    Sequence_,
    Value,
    counts_of,
    is_counter,
    is_known,
    of_wiring,
    to_python,
)


def ordering(value: Value) -> object:
    """What compares with `<` as the value does, `UNKNOWN` where there is nothing."""
    if isinstance(value, Sequence_) and of_wiring(value) and not value.escaped:
        parts = [_part(item.value) for item in value.items]
        return parts if value.is_list else tuple(parts)
    if not isinstance(value, Object_):
        return to_python(value)
    cls = value.of
    ordered = cls is not None and (cls.is_tuple or any(one.is_ordered for one in cls.order))
    own = ("__lt__", "__le__", "__gt__", "__ge__")
    if value.escaped or cls is None or not ordered or any(cls.find(name) for name in own):
        return UNKNOWN
    return tuple(_part(value.fields[name].value) for name in _compared(cls))


def likeness(value: Value) -> object:
    """What is equal to what the value is equal to, `UNKNOWN` where that is not known."""
    if is_counter(value):
        counts = counts_of(value)
        return UNKNOWN if counts is None else counts
    if not isinstance(value, Object_):
        return to_python(value)
    cls = value.of
    if value.escaped or cls is None or cls.find("__eq__") is not None:
        return UNKNOWN
    if cls.is_tuple:
        return _likenesses(value, cls)
    if not any(one.has_equality for one in cls.order):
        return (_Alone, id(value))
    found = _likenesses(value, cls)
    return UNKNOWN if found is UNKNOWN else (cls.symbol, found)


def _part(value: Value) -> object:
    """What stands for an element: `("b", node)` is behind `("a", node)`, whatever the nodes are."""
    if isinstance(value, (NodeValue, ItemValue, InstanceValue, FlowValue)):
        return (_Alone, value)
    found = ordering(value)
    return found if is_known(found) else _Undecided()


class _Undecided:
    """An element of which nothing is known: what looks at it has no answer."""

    def __eq__(self, other: object) -> bool:
        raise TypeError

    __hash__ = None  # type: ignore[assignment]


class _Alone:
    """Marks what is equal to itself alone."""


def _likenesses(value: Object_, cls: Class) -> object:
    parts = [likeness(value.fields[name].value) for name in _compared(cls)]
    return tuple(parts) if all(map(is_known, parts)) else UNKNOWN


def _compared(cls: Class) -> list[str]:
    """The fields that are compared."""
    return [name for name, field in cls.fields().items() if field.is_compared]
