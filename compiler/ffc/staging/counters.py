"""`collections.Counter`: a dict of numbers, in which what is missing counts 0.

kinds = Counter(name for name, size in ROWS)
load(kinds.most_common(1)[0][0])
"""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import libcst as cst

from ..ir import UNKNOWN, Fragment, text
from ..source import Span
from .iteration import iterate
from .keys import hashable
from .values import Evaluated, Kind, Known, Mapping_, Value, counts_of, is_counter, to_python

_OPERATORS: Mapping[type[cst.BaseBinaryOp], Callable[..., Counter[object]]] = {
    cst.Add: operator.add,
    cst.Subtract: operator.sub,
    cst.BitAnd: operator.and_,
    cst.BitOr: operator.or_,
}


def counter(start: Fragment, counts: Mapping[object, object], keys: Sequence[Evaluated]) -> Value:
    """A counter; among `keys` is what each of the counted is, `start` the code that makes one."""
    made = Mapping_(kind=Kind("collections.Counter", start))
    fill(made, counts, keys)
    return made


def fill(value: Mapping_, counts: Mapping[object, object], keys: Sequence[Evaluated]) -> None:
    """Gives the counter these counts."""
    written: dict[object, Evaluated] = {}
    for key in (*(key for key, _ in value.entries.values()), *keys):
        written.setdefault(hashable(key.value), key)
    value.entries = {
        python: (written[python], _number(n, written[python].span)) for python, n in counts.items()
    }


def _number(count: object, span: Span) -> Evaluated:
    return Evaluated(Known(count), text(repr(count)), span)


def counted(
    given: Sequence[Evaluated], named: Mapping[str, Evaluated]
) -> tuple[Counter[object], list[Evaluated]] | None:
    """What the arguments of `Counter(…)` and of `update` come to, with what is counted there."""
    found: Counter[object] = Counter()
    keys: list[Evaluated] = []
    if len(given) > 1:
        return None
    for one in given:
        if isinstance(one.value, Mapping_):
            counts = counts_of(one.value)
            if counts is None:
                return None
            found.update(counts)
            keys += [key for key, _ in one.value.entries.values()]
            continue
        items = iterate(one.value, one.span)
        members = [hashable(item.value) for item in items or ()]
        if items is None or UNKNOWN in members:
            return None
        found.update(members)
        keys += items
    for name, one in named.items():
        count = to_python(one.value)
        if not isinstance(count, int | float):
            return None
        found[name] += count  # type: ignore[assignment]
        keys.append(Evaluated(Known(name), text(repr(name)), one.span))
    return found, keys


def of_both(operation: cst.BaseBinaryOp, left: Value, right: Value) -> Value | None:
    """`one + other` of counters, None for others."""
    if not (is_counter(left) and is_counter(right) and type(operation) in _OPERATORS):
        return None
    one, other = counts_of(left), counts_of(right)
    assert isinstance(left, Mapping_) and isinstance(right, Mapping_)
    if one is None or other is None or left.kind is None:
        return None
    keys = [key for key, _ in (*left.entries.values(), *right.entries.values())]
    return counter(left.kind.start, _OPERATORS[type(operation)](one, other), keys)
