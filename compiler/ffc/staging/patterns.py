"""Patterns of `match`, and whether a value matches them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import libcst as cst

from .attempt import Undecided
from .calls.questions import is_a
from .compare import compared
from .frame import Frame
from .iteration import sequence
from .keys import hashable
from .machine import Machine
from .values import (
    BuiltinValue,
    Evaluated,
    FunctionValue,
    Mapping_,
    Object_,
    Residual,
    Sequence_,
    Value,
    is_known,
)

Found = list[tuple[cst.Name, Evaluated]]  # the names that a pattern binds


def matched(
    machine: Machine, pattern: cst.MatchPattern, given: Evaluated, frame: Frame
) -> Found | None:
    """What the pattern binds, None where it does not match; `Undecided` where that is not known."""
    found: Found | None = _PATTERNS[type(pattern)](machine, pattern, given, frame)
    return found


def _as(machine: Machine, pattern: cst.MatchAs, given: Evaluated, frame: Frame) -> Found | None:
    found: Found | None = []
    if pattern.pattern is not None:
        found = matched(machine, pattern.pattern, given, frame)
    if found is None or pattern.name is None:
        return found
    return [*found, (pattern.name, given)]


def _or(machine: Machine, pattern: cst.MatchOr, given: Evaluated, frame: Frame) -> Found | None:
    for element in pattern.patterns:
        found = matched(machine, element.pattern, given, frame)
        if found is not None:
            return found
    return None


def _value(
    machine: Machine,
    pattern: cst.MatchValue | cst.MatchSingleton,
    given: Evaluated,
    frame: Frame,
) -> Found | None:
    is_value = isinstance(pattern, cst.MatchValue)
    operator = cst.Equal() if is_value else cst.Is()
    answer = compared(operator, given.value, machine.evaluate(pattern.value, frame))
    if answer is None:
        raise Undecided(given.span)
    return [] if answer else None


def _sequence(
    machine: Machine, pattern: cst.MatchSequence, given: Evaluated, frame: Frame
) -> Found | None:
    items = _items(given)
    if items is None:
        return None
    patterns = list(pattern.patterns)
    stars = [i for i, one in enumerate(patterns) if isinstance(one, cst.MatchStar)]
    spare = len(items) - len(patterns)
    if (not stars and spare != 0) or spare < -1:
        return None
    if stars:
        first, last = stars[0], stars[0] + spare + 1
        items[first:last] = [sequence(items[first:last], given.span)]
    found: Found = []
    for one, item in zip(patterns, items, strict=True):
        if isinstance(one, cst.MatchStar):
            more: Found | None = [] if one.name is None else [(one.name, item)]
        else:
            more = matched(machine, one.value, item, frame)
        if more is None:
            return None
        found += more
    return found


def _items(given: Evaluated) -> list[Evaluated] | None:
    value = given.value
    if isinstance(value, Sequence_) and not value.escaped:
        return list(value.items)
    if isinstance(value, Object_) and value.is_tuple:
        return list(value.fields.values())
    if isinstance(value, (Residual, Sequence_)) or isinstance(getattr(value, "value", 0), range):
        raise Undecided(given.span)
    return None


def _mapping(
    machine: Machine, pattern: cst.MatchMapping, given: Evaluated, frame: Frame
) -> Found | None:
    value = given.value
    if isinstance(value, Residual) or (isinstance(value, Mapping_) and value.escaped):
        raise Undecided(given.span)
    if not isinstance(value, Mapping_):
        return None
    found: Found = []
    rest = dict(value.entries)
    for element in pattern.elements:
        key = hashable(machine.evaluate(element.key, frame))
        if not is_known(key):
            raise Undecided(given.span)
        if key not in value.entries:
            return None
        rest.pop(key, None)
        more = matched(machine, element.pattern, value.entries[key][1], frame)
        if more is None:
            return None
        found += more
    if pattern.rest is not None:
        left = Mapping_(rest)
        found.append((pattern.rest, Evaluated(left, machine.written(left), given.span)))
    return found


def _class(
    machine: Machine, pattern: cst.MatchClass, given: Evaluated, frame: Frame
) -> Found | None:
    kind = machine.evaluate(pattern.cls, frame)
    answer = is_a(machine, given.value, kind)
    if answer is None:
        raise Undecided(given.span)
    if not answer:
        return None
    parts = [(element.value, None) for element in pattern.patterns]
    named = [(element.pattern, element.key.value) for element in pattern.kwds]
    found: Found = []
    for index, (inner, name) in enumerate([*parts, *named]):
        part = _part(given, kind, index if name is None else str(name))
        more = matched(machine, inner, part, frame)
        if more is None:
            return None
        found += more
    return found


def _part(given: Evaluated, kind: Value, which: int | str) -> Evaluated:
    """The attribute that a pattern for a class looks at, by its place or its name."""
    value = given.value
    if isinstance(kind, BuiltinValue) and which == 0:
        return given
    if isinstance(kind, FunctionValue) and isinstance(value, Object_) and value.of is not None:
        own = value.of.find("__match_args__")
        names = list(value.of.fields()) if own is None else None
        if isinstance(which, int) and names is not None and which < len(names):
            which = names[which]
        if isinstance(which, str) and which in value.fields and not value.escaped:
            return value.fields[which]
    raise Undecided(given.span)


_PATTERNS: Mapping[type[cst.MatchPattern], Callable[[Machine, Any, Evaluated, Frame], Any]] = {
    cst.MatchAs: _as,
    cst.MatchOr: _or,
    cst.MatchValue: _value,
    cst.MatchSingleton: _value,
    cst.MatchList: _sequence,
    cst.MatchTuple: _sequence,
    cst.MatchMapping: _mapping,
    cst.MatchClass: _class,
}
