"""What changes when a block of the driver begins: its variables are the driver's from there on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import SymbolUse, of_block, text
from ...ir import join as join_code
from ..frame import Binding, Frame
from ..jumps import Loop
from ..keep import keep_binding, keep_wiring
from ..machine import Machine
from ..reify import as_written
from ..values import (
    RESIDUAL,
    Evaluated,
    Lost,
    ManyValue,
    Mapping_,
    NodeSet,
    Object_,
    RefValue,
    Sequence_,
    Set_,
    Value,
    describe,
    give_up,
    holds,
    of_wiring,
)
from .copies import copy_held
from .foresee import Foreseen, foresee
from .held import add, merged, widened
from .named_later import chosen_of

_DEEPEST = 5  # blocks that the driver decides, each reached by a call from the one around


def enter(
    machine: Machine,
    frame: Frame,
    place: cst.CSTNode,
    action: Callable[[], object],
    loop: Loop | None = None,
) -> Foreseen:
    """Makes variables of the driver of all that `action` changes; gives what that is."""
    machine.deciding.append(id(place))
    if machine.deciding.count(id(place)) > _DEEPEST:
        machine.endless = errors.TooDeepCalls(machine.span(place), _DEEPEST)
    try:
        changed = _changed(machine, frame, place, action, loop)
    finally:
        machine.deciding.pop()
    if machine.endless:
        machine.stop(machine.endless)
    return changed


def _changed(
    machine: Machine,
    frame: Frame,
    place: cst.CSTNode,
    action: Callable[[], object],
    loop: Loop | None,
) -> Foreseen:
    changed = Foreseen()
    while not machine.endless:
        mark = machine.record.mark()
        start = machine.trail.begin(attempt=False)
        try:
            _convert(machine, frame, place, changed)
            found = foresee(machine, frame, action, loop)
        except BaseException:
            machine.trail.back(start, attempt=False)
            raise
        if not changed.include(found):
            machine.trail.keep(attempt=False)
            if loop is not None:
                loop.changed = changed
            break
        machine.trail.back(start, attempt=False)
        machine.record.restore(mark)
    return changed


def _convert(machine: Machine, frame: Frame, place: cst.CSTNode, changed: Foreseen) -> None:
    for owner, wired in changed.containers.values():
        open_container(machine, frame, place, owner, wired)
    changed.entries.clear()
    changed.parts.clear()
    changed.ends.clear()
    changed.shared.clear()
    for key, (inner, name, wired) in changed.names.items():
        copy_held(machine, inner, name, machine.span(place))
        held = inner.bindings.get(name)
        if wired or (held is not None and of_wiring(held.value)):
            inner.share(name)
            changed.shared.add(key)
        if held is not None:
            _widen(machine, inner, name, held, wired, place)
            if key in changed.lost:
                lost = changed.lost[key]
                value = Lost(describe(lost)) if of_wiring(lost) else RESIDUAL
                inner.rebind(name, value)
            changed.entries[key] = inner.bindings[name]


def join(machine: Machine, changed: Foreseen) -> None:
    """What the names hold at this point, they may hold behind the block."""
    for key, (frame, name, _) in changed.names.items():
        held, entry = frame.bindings.get(name), changed.entries.get(key)
        if held is None:
            continue
        if entry is None:
            known = changed.ends.get(key)
            value = widened(held.value) if known is None else merged(known.value, held.value)
            changed.ends[key] = Binding(held.symbol, value, None, held.defined)
        elif isinstance(entry.value, (RefValue, ManyValue)) and held is not entry:
            machine.trail.save(entry.value.nodes)
            add(entry.value.nodes, held.value, top=True, depth=getattr(entry.value, "depth", 0))


def leave(machine: Machine, changed: Foreseen, jumps: bool = False) -> None:
    """A part of the block ends: the next part begins as the first one did.

    What stands behind the block does not come after a part that `jumps`.
    """
    if not jumps:
        join(machine, changed)
        for key, (frame, name, _) in changed.names.items():
            held = frame.bindings.get(name)
            changed.parts.setdefault(key, []).append(held.value if held is not None else None)
    for key, (frame, name, _) in changed.names.items():
        if name in frame.bindings:
            entry = changed.entries.get(key)
            if entry is None:
                frame.unset(name)
            else:
                frame.set(name, entry)


def finish(machine: Machine, changed: Foreseen, whole: bool = False) -> None:
    """Behind the block: what it bound may be of any part, or of none; not if it is `whole`."""
    ends = changed.parts.items() if whole else ()
    chosen = {key: chosen_of(machine, values) for key, values in ends}
    leave(machine, changed)
    for key in changed.shared:
        frame, name, _ = changed.names[key]
        frame.share(name, -1)
    for key, bound in changed.ends.items():
        frame, name, _ = changed.names[key]
        frame.set(name, bound)
    for key, nodes in chosen.items():
        frame, name, _ = changed.names[key]
        held = frame.bindings.get(name)
        if nodes and held is not None and isinstance(held.value, RefValue):
            frame.set(name, replace(held, value=replace(held.value, chosen=nodes)))


def _widen(
    machine: Machine, frame: Frame, name: str, held: Binding, wired: bool, place: cst.CSTNode
) -> None:
    value = widened(held.value)
    if wired and value == RESIDUAL:
        is_container = isinstance(held.value, (Sequence_, Mapping_))
        value = _wide(held.value) if is_container else RefValue(NodeSet())
    if held.code is not None and not of_wiring(held.value):
        given = Evaluated(held.value, held.code, machine.span(place))
        keep_binding(machine, frame, cst.Name(name), given)
        held = frame.bindings[name]
    frame.set(name, Binding(held.symbol, value, None, held.defined))


def open_container(
    machine: Machine, frame: Frame, place: cst.CSTNode, owner: Value, wired: bool
) -> None:
    """A container that a block changes: what it holds, only the driver knows from there on."""
    assert isinstance(owner, (Sequence_, Mapping_, Set_, Object_))
    machine.trail.save(owner)
    if not wired:
        give_up(owner)
        return
    opened: dict[int, Value] = {}  # several names may hold one container
    holders = 0
    inner: Frame | None = frame
    while inner is not None:
        for name, held in list(inner.bindings.items()):
            if isinstance(held.value, (Sequence_, Mapping_)) and holds(held.value, owner):
                value = opened.setdefault(id(held.value), _wide(held.value))
                inner.set(name, Binding(held.symbol, value, None, held.defined, held.source))
            elif isinstance(held.value, Object_):
                holders += _open_fields(machine, place, held.value, owner)
        inner = inner.outer
    if holders + bool(opened) != 1:  # else each would have a variable of its own
        machine.refuse(errors.NotStaged(machine.span(place), "a block", "an object with nodes"))
    if not isinstance(owner, Set_):
        owner.escaped = True  # to those who hold it by other names


def _open_fields(machine: Machine, place: cst.CSTNode, holder: Object_, owner: Value) -> int:
    """Gives variables to fields of an object that is not in the driver; how many hold `owner`."""
    found = 0
    for name, held in list(holder.fields.items()):
        value = held.value
        if isinstance(value, (Sequence_, Mapping_)) and holds(value, owner) and holder.staged:
            symbol = of_block(name, machine.record.next_order())
            code = join_code(SymbolUse(symbol))
            start = join_code(code, text(" = "), as_written(value), text("\n"))
            keep_wiring(machine, start, (symbol,), (), machine.span(place))
            machine.trail.save(holder)
            holder.fields[name] = Evaluated(_wide(value), code, held.span)
            found += 1
    return found


def _wide(value: Value) -> Value:
    wide = widened(value)
    if isinstance(wide, ManyValue):
        return wide
    return ManyValue(NodeSet(), "dict" if isinstance(value, Mapping_) else "list")
