"""Builtins that make containers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ...ir import UNKNOWN, Fragment, join, text
from ..counters import counted, counter
from ..iteration import iterate, iterate_unordered
from ..iterators import View_
from ..keys import hashable
from ..truth import truth
from ..values import (
    Broken,
    Deque_,
    Evaluated,
    FunctionValue,
    Kind,
    Known,
    Mapping_,
    Object_,
    Residual,
    Sequence_,
    Set_,
    Value,
    of_wiring,
)
from .attributes import enum_members
from .special import call_method
from .worked import Call, Work


def _list(call: Call) -> Value | None:
    return _sequence(call, is_list=True)


def _deque(call: Call) -> Value | None:
    """`deque(nodes)`; one with a limit drops items, which is not followed."""
    items = call.items(0) if call.values else []
    if items is None or len(call.values) > 1 or call.keywords:
        return None
    return Deque_(items, is_list=True, start=_start(call))


def _tuple(call: Call) -> Value | None:
    return _sequence(call, is_list=False)


def _sequence(call: Call, is_list: bool) -> Value | None:
    if not call.values:
        return Sequence_([], is_list)
    items = call.items(0)
    return None if items is None else Sequence_(items, is_list)


def _dict(call: Call) -> Value | None:
    entries: dict[object, tuple[Evaluated, Evaluated]] = {}
    if call.values and not _fill(call, entries):
        return None
    for name, given in call.keywords.items():
        entries[name] = (Evaluated(Known(name), text(repr(name)), given.span), given)
    return Mapping_(entries)


def _ordered(call: Call) -> Value | None:
    made = _dict(call)
    if isinstance(made, Mapping_):
        made.kind = Kind("collections.OrderedDict", _start(call))
    return made


def _default(call: Call) -> Value | None:
    """`defaultdict(list)`, or with what it holds at first behind that."""
    if not call.values or len(call.values) > 2:
        return None
    factory, *given = call.values
    made = _dict(replace(call, values=given))
    wired = of_wiring(factory.value) or call.machine.is_wiring(factory.value)
    if not isinstance(made, Mapping_) or isinstance(factory.value, Residual) or wired:
        return None
    start = join(_start(call), factory.code, text(", "))
    made.kind = Kind("collections.defaultdict", start, factory)
    return made


def _counter(call: Call) -> Value | None:
    made = counted(call.values, call.keywords) if not call.is_wired else None
    return None if made is None else counter(_start(call), *made)


def _start(call: Call) -> Fragment:
    return join(call.machine.code(call.node.func, call.frame), text("("))


def _fill(call: Call, entries: dict[object, tuple[Evaluated, Evaluated]]) -> bool:
    """Adds what the argument holds: a dict, or pairs."""
    given = call.values[0].value
    if isinstance(given, Mapping_):
        entries.update(given.entries)
        return not given.escaped
    items = call.items(0)
    for item in items or ():
        pair = iterate(item.value, item.span)
        key = hashable(pair[0].value) if pair is not None and len(pair) == 2 else UNKNOWN
        if pair is None or key is UNKNOWN:
            return False
        entries[key] = (pair[0], pair[1])
    return items is not None


def _set(call: Call) -> Value | None:
    return _members(call, frozen=False)


def _frozenset(call: Call) -> Value | None:
    return _members(call, frozen=True)


def _members(call: Call, frozen: bool) -> Value | None:
    if not call.values:
        return Set_(frozen=frozen)
    items = iterate_unordered(call.values[0].value, call.span)
    members = [hashable(item.value) for item in items or ()]
    if items is None or UNKNOWN in members:
        return None
    return Set_(dict.fromkeys(members), frozen=frozen)


def _fromkeys(call: Call) -> Value | None:
    items, given = call.items(0), call.values[1] if len(call.values) > 1 else call.none
    entries: dict[object, tuple[Evaluated, Evaluated]] = {}
    for item in items or ():
        key = hashable(item.value)
        if key is UNKNOWN:
            return None
        entries.setdefault(key, (item, given))
    return None if items is None else Mapping_(entries)


def _len(call: Call) -> Value | None:
    given = call.values[0].value if len(call.values) == 1 else None
    match given:
        case Object_():
            if given.is_tuple:
                return Known(len(given.fields))
            return call_method(call.machine, call.values[0], "__len__", [], call.node, call.frame)
        case FunctionValue():
            members = enum_members(call.machine, given)
            return None if members is None else Known(len(members))
        case Sequence_(escaped=False):
            return Known(len(given.items))
        case Mapping_(escaped=False):
            return Known(len(given.entries))
        case Set_(escaped=False):
            return Known(len(given.members))
        case View_() if not given.owner.escaped:
            return Known(len(given.owner.entries))
    return None


def _sum(call: Call) -> Value | None:
    """`sum(lists, [])`; numbers are added up as any known values are."""
    start = call.values[1].value if len(call.values) > 1 else None
    if not isinstance(start, Sequence_) or start.escaped:
        return None
    items = call.items(0)
    if items is None:
        return None
    found = list(start.items)
    for item in items:
        if not isinstance(item.value, Sequence_) or item.value.escaped:
            return None
        found += item.value.items
    return Sequence_(found, start.is_list)


def _until(decisive: bool) -> Work:
    """`any` and `all` stop at the first element that decides."""

    def work(call: Call) -> Value | None:
        given = call.values[0].value if len(call.values) == 1 else None
        items = _unordered(call) if isinstance(given, Set_) else call.steps(0)
        for item in items or ():
            decided = truth(call.machine, call.node, item.value)
            if not isinstance(decided, Known):
                return decided if isinstance(decided, Broken) else None
            if decided.value is decisive:
                return Known(decisive)
        return None if items is None else Known(not decisive)

    return work


def _unordered(call: Call) -> Iterator[Evaluated] | None:
    items = iterate_unordered(call.values[0].value, call.span)
    return None if items is None else iter(items)


WORKS: Mapping[str, Work] = {
    "list": _list,
    "tuple": _tuple,
    "dict": _dict,
    "set": _set,
    "frozenset": _frozenset,
    "len": _len,
    "sum": _sum,
    "any": _until(True),
    "all": _until(False),
    "dict.fromkeys": _fromkeys,
    "collections.OrderedDict": _ordered,
    "collections.defaultdict": _default,
    "collections.deque": _deque,
    "collections.Counter": _counter,
}
