"""Methods of `collections.deque`: those of lists, and of both of its ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..iteration import iterate
from ..values import Deque_, Evaluated, Value, to_python
from . import lists
from .method import Method


def _appendleft(call: Method) -> Value | None:
    if call.count != 1:
        return None
    if not call.takes(call.values[0]):
        return call.refused(call.values[0])
    _items(call).insert(0, call.settled(call.values[0]))
    return call.done()


def _extendleft(call: Method) -> Value | None:
    more = iterate(call.values[0].value, call.span) if call.count == 1 else None
    if more is None or call.values[0].value is call.owner:
        return None
    if not call.takes(*more):
        return call.refused(*more)
    _items(call)[:0] = [call.settled(item) for item in reversed(more)]
    return call.done()


def _pop(at: int) -> Callable[[Method], Value | None]:
    def work(call: Method) -> Value | None:
        if call.count or not _items(call) or not call.takes():
            return None
        return call.given(_items(call).pop(at), changes=True)

    return work


def _rotate(call: Method) -> Value | None:
    steps = to_python(call.values[0].value) if call.values else 1
    if call.count > 1 or call.named or not isinstance(steps, int) or not call.takes():
        return None
    items = _items(call)
    cut = -steps % len(items) if items else 0
    items[:] = [*items[cut:], *items[:cut]]
    return call.done()


def _items(call: Method) -> list[Evaluated]:
    assert isinstance(call.owner, Deque_)
    return call.owner.items


_ALIKE = "append extend insert remove reverse clear copy index count".split()
METHODS: Mapping[str, Callable[[Method], Value | None]] = {
    **{name: lists.METHODS[name] for name in _ALIKE},
    "appendleft": _appendleft,
    "extendleft": _extendleft,
    "pop": _pop(-1),
    "popleft": _pop(0),
    "rotate": _rotate,
}
