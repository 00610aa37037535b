"""Methods of dicts."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ...ir import UNKNOWN, text
from ..iteration import iterate
from ..iterators import View_
from ..keys import hashable
from ..values import Evaluated, Known, Mapping_, Sequence_, Value, to_python
from .method import Method

_Entries = dict[object, tuple[Evaluated, Evaluated]]


def _view(kind: str) -> Callable[[Method], Value | None]:
    def work(call: Method) -> Value | None:
        assert isinstance(call.owner, Mapping_)
        return View_(call.owner, kind) if call.count == 0 else None

    return work


def _copy(call: Method) -> Value | None:
    assert isinstance(call.owner, Mapping_)
    return Mapping_(dict(_entries(call)), call.owner.kind)


def _get(call: Method) -> Value | None:
    key = _key(call)
    if key is UNKNOWN or call.count not in (1, 2):
        return None
    if key in _entries(call):
        return call.given(_entries(call)[key][1])
    return call.given(call.values[1]) if call.count == 2 else Known(None)


def _setdefault(call: Method) -> Value | None:
    key = _key(call)
    if key is UNKNOWN or call.count not in (1, 2):
        return None
    if key not in _entries(call):
        none = Evaluated(Known(None), text("None"), call.span)
        item = call.values[1] if call.count == 2 else none
        if not call.takes(item):
            return call.refused(item)
        _entries(call)[key] = call.settled_entry(call.values[0], item)
    return call.given(_entries(call)[key][1])


def _pop(call: Method) -> Value | None:
    key = _key(call)
    if key is UNKNOWN or call.count not in (1, 2) or not call.takes():
        return None
    if key in _entries(call):
        return call.given(_entries(call).pop(key)[1], changes=True)
    return call.given(call.values[1]) if call.count == 2 else None


def _popitem(call: Method) -> Value | None:
    if call.count or not _entries(call) or not call.takes():
        return None
    _, (key, value) = _entries(call).popitem()
    call.machine.taking.add(id(call.node))
    return Sequence_([key, value], is_list=False)


def _move_to_end(call: Method) -> Value | None:
    key, last = _key(call), call.named.get("last")
    known = last is None or isinstance(last.value, Known)
    if not (_is_ordered(call) and key in _entries(call) and known and call.takes()):
        return None
    entries = _entries(call)
    moved = {key: entries.pop(key)}
    if last is None or to_python(last.value):
        entries.update(moved)
    else:
        rest = dict(entries)
        entries.clear()
        entries.update({**moved, **rest})
    return call.done()


def _is_ordered(call: Method) -> bool:
    assert isinstance(call.owner, Mapping_)
    kind = call.owner.kind
    return len(call.values) == 1 and kind is not None and kind.name == "collections.OrderedDict"


def _clear(call: Method) -> Value | None:
    if call.count or not call.takes():
        return None
    _entries(call).clear()
    return call.done()


def _update(call: Method) -> Value | None:
    more: _Entries = {}
    for given in call.values:
        held = given.value
        if isinstance(held, Mapping_) and not held.escaped:
            more.update(held.entries)
        elif not _add_pairs(more, given):
            return None
    for name, given in call.named.items():
        more[name] = (Evaluated(Known(name), text(repr(name)), given.span), given)
    if not call.takes(*(value for _, value in more.values())):
        return call.refused(*(value for _, value in more.values()))
    settled = {key: call.settled_entry(*entry) for key, entry in more.items()}
    _entries(call).update(settled)
    return call.done()


def _add_pairs(entries: _Entries, given: Evaluated) -> bool:
    items = iterate(given.value, given.span)
    for item in items or ():
        parts = iterate(item.value, item.span) or []
        key = hashable(parts[0].value) if len(parts) == 2 else UNKNOWN
        if key is UNKNOWN:
            return False
        entries[key] = (parts[0], parts[1])
    return items is not None


def _key(call: Method) -> object:
    return hashable(call.values[0].value) if call.values else UNKNOWN


def _entries(call: Method) -> _Entries:
    assert isinstance(call.owner, Mapping_)
    return call.owner.entries


METHODS: Mapping[str, Callable[[Method], Value | None]] = {
    "keys": _view("keys"),
    "values": _view("values"),
    "items": _view("items"),
    "copy": _copy,
    "get": _get,
    "setdefault": _setdefault,
    "pop": _pop,
    "popitem": _popitem,
    "move_to_end": _move_to_end,
    "clear": _clear,
    "update": _update,
}
