"""Builtins that go through something, one element after another: the elements may be nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ..attempt import Undecided
from ..iteration import length_of, pair, sequence
from ..iterators import Iterator_
from ..truth import truth
from ..values import Broken, Evaluated, Known, Value
from .higher import can_call
from .worked import Call, Work, failed


def made(call: Call, elements: Iterable[Evaluated]) -> Value:
    """An iterator over the elements, which are made when they are asked for.

    There are no more of them than elements of all arguments together.
    """
    lengths = [length_of(one.value) for one in call.values]
    pairs = zip(call.values, lengths, strict=True)
    if any(isinstance(one.value, Iterator_) and length is None for one, length in pairs):
        return endless(call, elements)
    return endless(call, elements, sum(length or 0 for length in lengths))


def endless(call: Call, elements: Iterable[Evaluated], length: int | None = None) -> Value:
    """The same, of any number of elements, or at most `length`."""
    source, trail = iter(elements), call.machine.trail
    return Iterator_(source, trail, call.span, wired=call.is_wired, length=length)


def _iter(call: Call) -> Value | None:
    value = call.values[0].value if len(call.values) == 1 else None
    if isinstance(value, Iterator_):
        return value
    found = call.steps(0) if value is not None else None
    return None if found is None else made(call, found)


def _next(call: Call) -> Value | None:
    value = call.values[0].value if call.values else None
    if not isinstance(value, Iterator_) or not value.is_open or len(call.values) > 2:
        return None
    found = next(value.elements(), None)
    if found is None and len(call.values) == 2:
        found = call.values[1]
    return call.fails(StopIteration()) if found is None else call.given(found)


def _zip(call: Call) -> Value | None:
    columns, strict = call.all_steps(), call.keywords.get("strict")
    if columns is None or not call.only("strict"):
        return None
    if strict is not None and not isinstance(strict.value, Known):
        return None
    is_strict = strict is not None and isinstance(strict.value, Known) and bool(strict.value.value)

    def rows() -> Iterator[Evaluated]:
        try:
            for row in zip(*columns, strict=is_strict):
                yield row_of(call, row)
        except ValueError as error:
            call.fails(error)

    return made(call, rows())


def _enumerate(call: Call) -> Value | None:
    items = call.steps(0)
    start = call.keywords.get("start") or (call.values[1] if len(call.values) > 1 else None)
    first = start.value if start is not None else Known(0)
    if items is None or not isinstance(first, Known) or not isinstance(first.value, int):
        return None
    counted = enumerate(items, first.value)
    return made(call, (pair(known_(call, i), item, call.span) for i, item in counted))


def _reversed(call: Call) -> Value | None:
    value = call.values[0].value if call.values else None
    items = None if isinstance(value, Iterator_) else call.items(0)
    return None if items is None else made(call, items[::-1])


def _map(call: Call) -> Value | None:
    columns = call.all_steps(1)
    if not columns or not can_call(call):
        return None
    function = call.values[0]
    return made(call, (call.apply(function, *row) for row in zip(*columns, strict=False)))


def filtered(call: Call, wanted: bool = True) -> Value | None:
    """The elements for which the first argument, a function or None, says what is wanted."""
    items = call.steps(1)
    if items is None or not (can_call(call) or call.values[0].value == Known(None)):
        return None
    return made(call, (item for item in items if decides(call, item) is wanted))


def decides(call: Call, item: Evaluated) -> bool:
    """What the first argument, a function or None, says of an element."""
    function = call.values[0]
    asked = item if function.value == Known(None) else call.apply(function, item)
    decided = truth(call.machine, call.node, asked.value)
    if isinstance(decided, Known):
        return bool(decided.value)
    if isinstance(decided, Broken):
        return False
    raise Undecided(call.span)


def row_of(call: Call, row: Iterable[Evaluated]) -> Evaluated:
    """A tuple of the elements."""
    items = list(row)
    broken = failed(items)
    made = sequence(items, call.span, is_list=False)
    return made if broken is None else Evaluated(broken, made.code, call.span)


def known_(call: Call, number: object) -> Evaluated:
    """A number that Python makes."""
    value = Known(number)
    return Evaluated(value, call.machine.written(value), call.span)


MAKERS: Mapping[str, Work] = {
    "iter": _iter,
    "zip": _zip,
    "enumerate": _enumerate,
    "reversed": _reversed,
    "map": _map,
    "filter": filtered,
}
WORKS: Mapping[str, Work] = {"next": _next}
