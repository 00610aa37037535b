"""Which stored results the next run does not take, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ..graphs.model import Storage, Workflow
from .changes import Results, Stale
from .fingerprints import Print

Prints = Mapping[int, Print]


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
    stale: dict[tuple[str, bool], list[str]] = {}
    for node in new.nodes:
        if not node.stored:
            continue
        if not stored[node.name.text]:
            missing.append(node.name.text)
            continue
        before = stored[node.name.text].pop(0)
        reason = why(was[before], now[node.id])
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


def why(was: Print, now: Print) -> tuple[str, bool] | None:
    """Why a result is not taken, in the words of the driver, and if that is sure; None if it is."""
    if was.digest == now.digest:
        return None
    if was.code != now.code:
        return "its code changed", True
    if was.sure != now.sure:
        changed = _changed({k: v[0] for k, v in was.arguments.items()}, now, 0)
        if changed:
            return f"arguments changed: {changed}", True
        return "its runtime_env changed", True
    variables = [n for n in {**was.variables, **now.variables} if _differ(was, now, n)]
    if variables:
        return f"variables may have changed: {', '.join(variables)}", False
    changed = _changed({k: v[1] for k, v in was.arguments.items()}, now, 1)
    return f"arguments may have changed: {changed}", False


def _differ(was: Print, now: Print, name: str) -> bool:
    return was.variables.get(name) != now.variables.get(name)


def _changed(was: Mapping[str, str], now: Print, which: int) -> str:
    then = {name: both[which] for name, both in now.arguments.items()}
    names = [name for name in {**was, **then} if was.get(name) != then.get(name)]
    return ", ".join(_origin(now, name) for name in names)


def _origin(now: Print, name: str) -> str:
    names = now.origins.get(name, ())
    if not names:
        return name
    shown = ", ".join(names[:3]) + (", …" if len(names) > 3 else "")
    return f"{name} (from {shown})"
