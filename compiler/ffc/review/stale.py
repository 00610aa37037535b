"""Which stored results the next run does not take, and why."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..graphs.model import Storage, Workflow
from .changes import Results, Stale
from .fingerprints import Given, Print

Prints = Mapping[int, Print]


class _State(enum.IntEnum):
    """What becomes of a result."""

    FRESH = 0
    MAYBE = 1
    STALE = 2


_Known = dict[tuple[int, int], _State]


def results(old: Workflow, new: Workflow, was: Prints, now: Prints) -> Results | None:
    """What becomes of the results that the old version stored; None if the new one stores none.

    Results are found by the names of the workflow and the node, as drivers find them.
    """
    if new.storage is None:
        return None
    stored: defaultdict[str, list[int]] = defaultdict(list)
    moved = _moved(old, new)
    for node in old.nodes if not moved else ():
        if node.stored:
            stored[node.name.text].append(node.id)
    fresh, missing = 0, []
    known: _Known = {}
    stale: dict[tuple[str, bool], list[str]] = {}
    for node in new.nodes:
        if not node.stored:
            continue
        if not stored[node.name.text]:
            missing.append(node.name.text)
            continue
        before = stored[node.name.text].pop(0)
        reason = why(was[before], now[node.id], known)
        if reason is None:
            fresh += 1
        else:
            stale.setdefault(reason, []).append(node.name.text)
    return Results(
        fresh,
        tuple(Stale(reason, tuple(names), sure) for (reason, sure), names in stale.items()),
        tuple(missing),
        tuple(name for name, left in stored.items() for _ in left),
        moved,
        sum(node.stored for node in old.nodes) if moved else 0,
    )


def _moved(old: Workflow, new: Workflow) -> str:
    if old.storage is None:
        return "nothing was stored before"
    if old.name.text != new.name.text:
        return "the workflow has another name, under which nothing is stored"
    if _place(old.storage) != _place(new.storage):
        return "the storage is another one"
    return ""


def _place(storage: Storage | None) -> tuple[str, str]:
    """Kinds that write files to a folder find each other's results."""
    assert storage is not None
    return ("S3" if storage.kind == "S3" else "", storage.where)


def why(was: Print, now: Print, known: _Known) -> tuple[str, bool] | None:
    """Why a result is not taken, in the words of the driver, and if that is sure; None if it is."""
    state = _state(was, now, known)
    if state is _State.FRESH:
        return None
    if was.code != now.code:
        return "its code changed", True
    sure = state is _State.STALE
    arguments = _changed(was, now, state, known)
    if not sure and was.variables != now.variables:
        names = [*dict.fromkeys((*was.variables, *now.variables))]
        changed = [one for one in names if was.variables.get(one) != now.variables.get(one)]
        return f"variables may have changed: {', '.join(changed)}", False
    if arguments:
        return f"arguments {'' if sure else 'may have '}changed: {arguments}", sure
    return "its runtime_env changed", True


def _state(was: Print, now: Print, known: _Known) -> _State:
    key = (id(was), id(now))
    if key not in known:
        known[key] = _found(was, now, known)
    return known[key]


def _found(was: Print, now: Print, known: _Known) -> _State:
    if was.digest == now.digest:
        return _State.FRESH
    if was.code != now.code or was.runtime_env != now.runtime_env:
        return _State.STALE
    names = {**was.arguments, **now.arguments}
    states = [_given(was.arguments.get(name), now.arguments.get(name), known) for name in names]
    if was.variables != now.variables:
        states.append(_State.MAYBE)
    return max(states)


def _given(was: Given | None, now: Given | None, known: _Known) -> _State:
    if was is None or now is None:
        return _State.STALE
    if was.digest == now.digest:
        return _State.FRESH
    unsure = _State.MAYBE if was.computed or now.computed else _State.STALE
    if [key for _, key in was.sources] != [key for _, key in now.sources]:
        return unsure
    pairs = zip(was.sources, now.sources, strict=True)
    states = [_state(before, after, known) for (before, _), (after, _) in pairs]
    if was.code != now.code or was.computed != now.computed:
        states.append(unsure)
    return max(states, default=_State.FRESH)


def _changed(was: Print, now: Print, state: _State, known: _Known) -> str:
    """The arguments that make the result stale, with the nodes that they come from."""
    found: dict[str, dict[str, None]] = {}
    for name in {**was.arguments, **now.arguments}:
        if _given(was.arguments.get(name), now.arguments.get(name), known) is state:
            origins = found.setdefault(name.partition("#")[0], {})
            origins.update(dict.fromkeys(now.origins.get(name, ())))
    return ", ".join(_origin(name, [*origins]) for name, origins in found.items())


def _origin(name: str, names: Sequence[str]) -> str:
    if not names:
        return name
    shown = ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
    return f"{name} (from {shown})"
