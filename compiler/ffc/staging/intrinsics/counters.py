"""Methods of `collections.Counter` that dicts do not have, or that do something else there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ...ir import join, text
from ..counters import counted, fill
from ..iterators import Iterator_
from ..values import Evaluated, Known, Mapping_, Sequence_, Value, counts_of, to_python
from . import dicts
from .method import Method


def _most_common(call: Method) -> Value | None:
    limit = [*call.values, *call.named.values()]
    most = to_python(limit[0].value) if limit else None
    counts = counts_of(call.owner)
    if counts is None or len(limit) > 1 or not isinstance(most, int | None):
        return None
    rows = [_row(*_entries(call)[key]) for key, _ in counts.most_common(most)]
    return Sequence_(rows, is_list=True)


def _row(key: Evaluated, count: Evaluated) -> Evaluated:
    code = join(text("("), key.code, text(", "), count.code, text(")"))
    return Evaluated(Sequence_([key, count], is_list=False), code, key.span)


def _elements(call: Method) -> Value | None:
    counts = counts_of(call.owner)
    if counts is None or call.count or not all(isinstance(n, int) for n in counts.values()):
        return None

    def elements() -> Iterator[Evaluated]:
        for python, (key, _) in list(_entries(call).items()):
            for _ in range(counts[python]):
                yield key

    length = sum(count for count in counts.values() if count > 0)
    return Iterator_(elements(), call.machine.trail, call.span, length=length)


def _total(call: Method) -> Value | None:
    counts = counts_of(call.owner)
    return None if counts is None or call.count else Known(counts.total())


def _counting(sign: int) -> Callable[[Method], Value | None]:
    """`update` or `subtract`."""

    def work(call: Method) -> Value | None:
        counts, more = counts_of(call.owner), counted(call.values, call.named)
        if counts is None or more is None or not call.takes():
            return None
        assert isinstance(call.owner, Mapping_)
        for key, count in more[0].items():
            counts[key] += sign * count
        fill(call.owner, counts, more[1])
        return call.done()

    return work


def _entries(call: Method) -> dict[object, tuple[Evaluated, Evaluated]]:
    assert isinstance(call.owner, Mapping_)
    return call.owner.entries


METHODS: Mapping[str, Callable[[Method], Value | None]] = {
    **dicts.METHODS,
    "most_common": _most_common,
    "elements": _elements,
    "total": _total,
    "update": _counting(1),
    "subtract": _counting(-1),
}
