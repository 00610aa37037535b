"""Methods of sets, which hold known values alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...ir import UNKNOWN
from ..iteration import iterate_unordered
from ..keys import hashable
from ..values import Known, Set_, Value
from .method import Method


def _add(call: Method) -> Value | None:
    member = _member(call)
    if member is UNKNOWN or not call.takes():
        return None
    _members(call)[member] = None
    return call.done()


def _discard(call: Method) -> Value | None:
    member = _member(call)
    if member is UNKNOWN or not call.takes():
        return None
    _members(call).pop(member, None)
    return call.done()


def _remove(call: Method) -> Value | None:
    return _discard(call) if _member(call) in _members(call) else None


def _update(call: Method) -> Value | None:
    others = _others(call)
    if others is None or not call.takes():
        return None
    for other in others:
        _members(call).update(dict.fromkeys(other))
    return call.done()


def _operation(
    keep: Callable[[set[object], set[object]], set[object]],
) -> Callable[[Method], Value | None]:
    def work(call: Method) -> Value | None:
        others = _others(call)
        if others is None:
            return None
        found = set(_members(call))
        for other in others:
            found = keep(found, set(other))
        return Set_(dict.fromkeys(m for m in _all(call, others) if m in found))

    return work


def _all(call: Method, others: list[list[object]]) -> list[object]:
    """All members, in the order in which the app names them."""
    return [*_members(call), *(member for other in others for member in other)]


def _question(ask: Callable[[set[object], set[object]], bool]) -> Callable[[Method], Value | None]:
    def work(call: Method) -> Value | None:
        others = _others(call)
        if others is None or len(others) != 1:
            return None
        return Known(ask(set(_members(call)), set(others[0])))

    return work


def _others(call: Method) -> list[list[object]] | None:
    found: list[list[object]] = []
    for given in call.values:
        items = iterate_unordered(given.value, call.span)
        members = [hashable(item.value) for item in items or ()]
        if items is None or UNKNOWN in members:
            return None
        found.append(members)
    return found


def _member(call: Method) -> object:
    return hashable(call.values[0].value) if call.count == 1 else UNKNOWN


def _members(call: Method) -> dict[object, None]:
    assert isinstance(call.owner, Set_)
    return call.owner.members


METHODS: Mapping[str, Callable[[Method], Value | None]] = {
    "add": _add,
    "discard": _discard,
    "remove": _remove,
    "update": _update,
    "copy": _operation(lambda one, other: one),
    "union": _operation(lambda one, other: one | other),
    "intersection": _operation(lambda one, other: one & other),
    "difference": _operation(lambda one, other: one - other),
    "symmetric_difference": _operation(lambda one, other: one ^ other),
    "issubset": _question(lambda one, other: one <= other),
    "issuperset": _question(lambda one, other: one >= other),
    "isdisjoint": _question(lambda one, other: one.isdisjoint(other)),
}
