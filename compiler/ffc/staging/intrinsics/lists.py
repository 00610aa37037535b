"""Methods of lists and tuples."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import libcst as cst

from ...ir import join, text
from ..compare import equal
from ..iteration import iterate
from ..values import (
    Evaluated,
    Known,
    Sequence_,
    Value,
    of_wiring,
    to_python,
)
from .method import Method


def _append(call: Method) -> Value | None:
    if call.count != 1 or not _items(call):
        return None
    if not call.takes(call.values[0]):
        return call.refused(call.values[0])
    _list(call).append(call.settled(call.values[0]))
    return call.done()


def _extend(call: Method) -> Value | None:
    if call.count != 1 or not _items(call):
        return None
    more = iterate(call.values[0].value, call.span)
    if more is None:
        return None
    if call.values[0].value is not call.owner and not call.takes(*more):
        return call.refused(call.values[0])
    _list(call).extend(call.settled(item) for item in more)
    return call.done()


def _insert(call: Method) -> Value | None:
    index = to_python(call.values[0].value) if call.count == 2 else None
    if not _items(call) or not isinstance(index, int):
        return None
    if not call.takes(call.values[1]):
        return call.refused(call.values[1])
    _list(call).insert(index, call.settled(call.values[1]))
    return call.done()


def _pop(call: Method) -> Value | None:
    index = to_python(call.values[0].value) if call.values else -1
    items = _list(call)
    if not _items(call) or not isinstance(index, int) or not -len(items) <= index < len(items):
        return None
    return call.given(items.pop(index), changes=True) if call.takes() else None


def _reverse(call: Method) -> Value | None:
    if call.count or not _items(call) or not call.takes():
        return None
    _list(call).reverse()
    return call.done()


def _clear(call: Method) -> Value | None:
    if call.count or not _items(call) or not call.takes():
        return None
    _list(call).clear()
    return call.done()


def _copy(call: Method) -> Value | None:
    assert isinstance(call.owner, Sequence_)
    return None if call.count else replace(call.owner, items=list(_list(call)), staged=False)


def _remove(call: Method) -> Value | None:
    index = _position(call)
    if index is None or not _items(call) or not call.takes():
        return None
    del _list(call)[index]
    return call.done()


def _index(call: Method) -> Value | None:
    index = _position(call)
    return None if index is None else Known(index)


def _position(call: Method) -> int | None:
    """Where the argument is first found; None where that cannot be said."""
    if call.count != 1:
        return None
    wanted = call.values[0].value
    for index, item in enumerate(_list(call)):
        found = equal(item.value, wanted)
        if found is None:
            return None
        if found:
            return index
    return None


def _count(call: Method) -> Value | None:
    if call.count != 1:
        return None
    found = [equal(item.value, call.values[0].value) for item in _list(call)]
    return None if None in found else Known(sum(map(bool, found)))


def _sort(call: Method) -> Value | None:
    """Sorts by known keys, as `sorted` does."""
    if call.values or not _items(call) or not call.takes():
        return None
    given = Evaluated(
        Sequence_(list(_list(call)), is_list=True), call.machine.written(call.owner), call.span
    )
    ordered = call.machine.sorted(given, call.named, call.node, call.frame)
    if ordered is None:
        return None
    _list(call)[:] = ordered
    if of_wiring(call.owner) and isinstance(call.node.func, cst.Attribute):
        # By names and the like, which refs do not have.
        held = call.machine.source(call.node.func.value, call.frame)
        made = join(held, text("[:] = "), call.machine.written(call.owner))
        call.frame.made[id(call.node)] = made
    return call.done()


def _list(call: Method) -> list[Evaluated]:
    assert isinstance(call.owner, Sequence_)
    return call.owner.items


def _items(call: Method) -> bool:
    """Whether it is a list, which can be changed."""
    return isinstance(call.owner, Sequence_) and call.owner.is_list


METHODS: Mapping[str, Callable[[Method], Value | None]] = {
    "append": _append,
    "extend": _extend,
    "insert": _insert,
    "pop": _pop,
    "remove": _remove,
    "reverse": _reverse,
    "clear": _clear,
    "copy": _copy,
    "index": _index,
    "count": _count,
    "sort": _sort,
}
