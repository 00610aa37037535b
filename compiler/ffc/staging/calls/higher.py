"""Builtins that call a function: of the app, a task, or another builtin."""

from __future__ import annotations

from collections.abc import Mapping

from ..comparable import ordering
from ..iteration import iterate_unordered
from ..iterators import Iterator_
from ..values import (
    BoundValue,
    Broken,
    Evaluated,
    Known,
    Residual,
    Sequence_,
    Set_,
    Value,
    is_known,
    to_python,
)
from .worked import Call, Work


def can_call(call: Call) -> bool:
    """Whether the function is one whose calls are staged, not one that only the driver has."""
    return bool(call.values) and not isinstance(call.values[0].value, (Residual, Known))


def _sorted(call: Call) -> Value | None:
    items = in_order(call)
    return None if items is None else Sequence_(items, is_list=True)


def in_order(call: Call) -> list[Evaluated] | None:
    """The elements of the first argument as `sorted` orders them, None where that is not known."""
    items = iterate_unordered(call.values[0].value, call.span) if call.values else None
    keys = None if items is None else _keys(call, items)
    reverse = to_python(call.keywords["reverse"].value) if "reverse" in call.keywords else False
    if items is None or keys is None or not is_known(reverse):
        return None
    try:
        if _is_unordered(call) and "key" in call.keywords and _has_ties(keys):
            return None  # those with one key have no order
        order = sorted(range(len(items)), key=lambda i: keys[i], reverse=bool(reverse))  # type: ignore[arg-type,return-value]
    except TypeError:  # as in the driver, or nodes decide
        return None
    return [items[index] for index in order]


def _has_ties(keys: list[object]) -> bool:
    return any(key in keys[:index] for index, key in enumerate(keys))


def _is_unordered(call: Call) -> bool:
    value = call.values[0].value
    return isinstance(value, Set_) or (isinstance(value, Iterator_) and value.unordered)


def _keys(call: Call, items: list[Evaluated]) -> list[object] | None:
    key = call.keywords.get("key")
    if key is None or key.value == Known(None):
        keyed = items
    else:
        if isinstance(key.value, Residual):
            return None
        keyed = [call.apply(key, item) for item in items]
    found = [ordering(item.value) for item in keyed]
    return found if all(map(is_known, found)) else None


def _most(call: Call, largest: bool) -> Value | None:
    items = call.items(0) if len(call.values) == 1 else list(call.values)
    if not items or not call.only("key"):
        return None
    keys = _keys(call, items)
    if keys is None:
        return None
    try:
        pick = max if largest else min
        return items[pick(range(len(items)), key=lambda i: keys[i])].value  # type: ignore[arg-type,return-value]
    except TypeError:
        return None


def _reduce(call: Call) -> Value | None:
    items = call.items(1)
    if items is None or not can_call(call):
        return None
    items = [*call.values[2:3], *items]
    if not items:
        return None
    total = items[0]
    for item in items[1:]:
        total = call.apply(call.values[0], total, item)
        if isinstance(total.value, (Residual, Broken)):
            return total.value if isinstance(total.value, Broken) else None
    return total.value


def _partial(call: Call) -> Value | None:
    if not can_call(call):
        return None
    first, *rest = call.values
    inner = first.value
    if isinstance(inner, BoundValue) and inner.is_partial:  # Python makes one of both
        keywords = {**dict(inner.keywords), **call.keywords}
        arguments = (*inner.arguments, *rest)
        return BoundValue(inner.function, arguments, tuple(keywords.items()), is_partial=True)
    return BoundValue(inner, tuple(rest), tuple(call.keywords.items()), is_partial=True)


WORKS: Mapping[str, Work] = {
    "sorted": _sorted,
    "max": lambda call: _most(call, largest=True),
    "min": lambda call: _most(call, largest=False),
    "functools.reduce": _reduce,
    "functools.partial": _partial,
}
