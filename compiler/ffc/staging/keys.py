"""Values as keys of dicts and members of sets."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..ir import UNKNOWN
from .comparable import likeness
from .values import (
    Broken,
    FlowValue,
    InstanceValue,
    NodeValue,
    Object_,
    Sequence_,
    Value,
    is_known,
    of_wiring,
    to_python,
)


def hashable(value: Value) -> object:
    """The value as a key, `UNKNOWN` where it is not known or no key."""
    if isinstance(value, (NodeValue, InstanceValue, FlowValue)):
        return value  # it is equal to itself alone
    if isinstance(value, Object_):
        return _of_object(value)
    if isinstance(value, Sequence_) and not value.is_list:
        parts = tuple(hashable(item.value) for item in value.items)
        return parts if all(map(is_known, parts)) else UNKNOWN
    python = to_python(value)
    try:
        hash(python)
    except TypeError:
        return UNKNOWN
    return python if is_known(python) and not isinstance(value, Broken) else UNKNOWN


def _of_object(value: Object_) -> object:
    """Objects that cannot be changed are the same key where they are equal."""
    found = likeness(value)
    has_own = value.of is not None and value.of.find("__hash__") is not None
    if has_own or not is_known(found):
        return UNKNOWN
    mutable = value.of is not None and any(one.has_equality for one in value.of.order)
    if mutable and not value.is_frozen:
        return UNKNOWN
    return Key(value, found)


@dataclass(frozen=True)
class Key(Value):
    """An object as a key."""

    value: Object_ = field(compare=False)
    likeness: object

    def is_wired(self) -> bool:
        return of_wiring(self.value)
