"""Objects of the app's classes as Python objects that compare as they do."""

from __future__ import annotations

from collections.abc import Callable

from ..ir import UNKNOWN
from .classes import Class
from .values import Object_, Value, is_known, to_python


def ordering(value: Value) -> object:
    """What compares with `<` as the value does, `UNKNOWN` where there is nothing."""
    if not isinstance(value, Object_):
        return to_python(value)
    cls = value.of
    ordered = cls is not None and (cls.is_tuple or any(one.is_ordered for one in cls.order))
    own = ("__lt__", "__le__", "__gt__", "__ge__")
    if value.escaped or cls is None or not ordered or any(cls.find(name) for name in own):
        return UNKNOWN
    return _parts(value, cls, ordering)


def likeness(value: Value) -> object:
    """What is equal to what the value is equal to, `UNKNOWN` where that is not known."""
    if not isinstance(value, Object_):
        return to_python(value)
    cls = value.of
    if value.escaped or cls is None or cls.find("__eq__") is not None:
        return UNKNOWN
    if cls.is_tuple:
        return _parts(value, cls, likeness)
    if not any(one.has_equality for one in cls.order):
        return (_Alone, id(value))
    found = _parts(value, cls, likeness)
    return UNKNOWN if found is UNKNOWN else (cls.symbol, found)


class _Alone:
    """Marks what is equal to itself alone."""


def _parts(value: Object_, cls: Class, of: Callable[[Value], object]) -> object:
    names = (name for name, field in cls.fields().items() if field.is_compared)
    parts = [of(value.fields[name].value) for name in names]
    return tuple(parts) if all(map(is_known, parts)) else UNKNOWN
