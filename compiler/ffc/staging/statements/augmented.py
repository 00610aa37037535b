"""Augmented assignments: of names, of containers in place, of parts.

count += 1            stays, and is worked out where `count` is known
nodes += [load(3)]    the list grows; it is not there in the driver
"""

from __future__ import annotations

import libcst as cst

from ...ir import Fragment, join, text
from ..expressions.operators import combined, operator_text
from ..forbid import forbid
from ..frame import Frame
from ..iteration import iterate, iterate_unordered
from ..keep import filled, keep, keep_binding, keep_wiring
from ..kept.held import add
from ..keys import hashable
from ..machine import Machine
from ..settle import settle_one
from ..values import (
    Broken,
    Evaluated,
    Known,
    ManyValue,
    Mapping_,
    Sequence_,
    Set_,
    Value,
    is_known,
    of_wiring,
)
from .parts import changed, names_at, pairs
from .stores import Place, held_at, place_of, store
from .targets import bind_target

_OPERATORS: dict[type[cst.BaseAugOp], cst.BaseBinaryOp] = {
    cst.AddAssign: cst.Add(),
    cst.SubtractAssign: cst.Subtract(),
    cst.MultiplyAssign: cst.Multiply(),
    cst.MatrixMultiplyAssign: cst.MatrixMultiply(),
    cst.DivideAssign: cst.Divide(),
    cst.FloorDivideAssign: cst.FloorDivide(),
    cst.ModuloAssign: cst.Modulo(),
    cst.PowerAssign: cst.Power(),
    cst.BitOrAssign: cst.BitOr(),
    cst.BitAndAssign: cst.BitAnd(),
    cst.BitXorAssign: cst.BitXor(),
    cst.LeftShiftAssign: cst.LeftShift(),
    cst.RightShiftAssign: cst.RightShift(),
}


def augmented(machine: Machine, node: cst.AugAssign, frame: Frame) -> None:
    place = place_of(machine, node.target, frame)
    held = _held(machine, node, place, frame)
    more = machine.evaluated(node.value, frame)
    if isinstance(held, (Sequence_, Mapping_, Set_)) and _in_place(machine, node, held, more):
        _keep_changed(machine, node, held, place, frame)
        return
    operator = _OPERATORS[type(node.operator)]
    result = machine.bounded(node, combined(machine, node, operator, held, more.value, frame))
    if isinstance(result, Broken) or of_wiring(result) or (place is not None and place.is_wired):
        code = _code(machine, node, more, frame)
        given = settle_one(machine, frame, "part", Evaluated(result, code, more.span))
        _assign(machine, node, place, given, frame)
    elif place is None:
        keep(machine, frame, node, pairs(node.target, result, more.span))
    else:
        given = Evaluated(result, _code(machine, node, more, frame), more.span)
        bound, changes = names_at(place, result), changed(machine, place, given, frame)
        keep(machine, frame, node, bound, changes=changes)


def _held(machine: Machine, node: cst.AugAssign, place: Place | None, frame: Frame) -> Value:
    if place is None:
        _keep_variable(machine, node, frame)
        return machine.evaluate(node.target, frame)
    return held_at(machine, place, frame)


def _keep_variable(machine: Machine, node: cst.AugAssign, frame: Frame) -> None:
    """Binds a name for which its value is written elsewhere, such as the variable of a loop."""
    held = frame.named(node.target)
    if not isinstance(node.target, cst.Name) or held is None or of_wiring(held.value):
        return
    if held.code is not None:
        given = Evaluated(held.value, held.code, machine.span(node.target))
        keep_binding(machine, frame, node.target, given)


def _code(machine: Machine, node: cst.AugAssign, more: Evaluated, frame: Frame) -> Fragment:
    operator = operator_text(node.operator).removesuffix("=")
    target = machine.code(node.target, frame)
    return join(text("("), target, text(f" {operator} "), more.code, text(")"))


def _assign(
    machine: Machine, node: cst.AugAssign, place: Place | None, given: Evaluated, frame: Frame
) -> None:
    source = machine.source(node, frame) if machine.tracks else None
    held = frame.named(node.target)
    if isinstance(node.target, cst.Name) and held and isinstance(held.value, ManyValue):
        machine.trail.save(held.value.nodes)  # it is the same list, whatever else names it
        add(held.value.nodes, given.value, top=True, depth=held.value.depth)
        frame.home(node.target.value).rebind(node.target.value, given.value)
    elif place is None:
        bind_target(machine, node.target, given, frame)
    elif not isinstance(given.value, Broken) and not store(machine, place, given, frame):
        forbid(machine, node.target, place.owner, "an assignment")
    if source is not None and of_wiring(given.value):
        keep_wiring(machine, join(source, text("\n")), (), filled(source), machine.span(node))


def _in_place(
    machine: Machine, node: cst.AugAssign, held: Sequence_ | Mapping_ | Set_, more: Evaluated
) -> bool:
    """Changes a list, dict or set itself; False where the operator makes another one."""
    if held.escaped or (isinstance(held, Sequence_) and not held.is_list):
        return False
    if isinstance(held, Set_):
        return not held.frozen and _in_place_set(machine, node, held, more)
    match node.operator, held, more.value:
        case cst.AddAssign(), Sequence_(), _:
            items = iterate(more.value, more.span)
            if items is None:
                return False
            if more.value is held or machine.may_take(node, held, more.value):
                machine.trail.save(held)
                held.items.extend(items)
        case cst.MultiplyAssign(), Sequence_(), Known(int(count)):
            machine.trail.save(held)
            held.items *= count
        case cst.BitOrAssign(), Mapping_(), Mapping_(escaped=False) as other:
            if machine.may_take(node, held, other):
                machine.trail.save(held)
                held.entries.update(other.entries)
        case _:
            return False
    machine.bounded(node, held)
    return True


def _in_place_set(machine: Machine, node: cst.AugAssign, held: Set_, more: Evaluated) -> bool:
    items = iterate_unordered(more.value, more.span)
    others = [hashable(item.value) for item in items or ()]
    if items is None or not isinstance(more.value, Set_) or not all(map(is_known, others)):
        return False
    match node.operator:
        case cst.BitOrAssign():
            left = {**held.members, **dict.fromkeys(others)}
        case cst.BitAndAssign():
            left = {one: None for one in held.members if one in others}
        case cst.SubtractAssign():
            left = {one: None for one in held.members if one not in others}
        case cst.BitXorAssign():
            both = [*held.members, *others]
            left = {one: None for one in both if (one in held.members) is not (one in others)}
        case _:
            return False
    machine.trail.save(held)
    held.members = left
    return True


def _keep_changed(
    machine: Machine, node: cst.AugAssign, held: Value, place: Place | None, frame: Frame
) -> None:
    """Records the statement for a container that it has changed in place."""
    if of_wiring(held) or (place is not None and place.is_wired):
        source = machine.source(node, frame)
        keep_wiring(machine, join(source, text("\n")), (), filled(source), machine.span(node))
        return
    changes = [*machine.names_of(frame, held)]
    changes += machine.names_of(frame, place.owner) if place is not None else ()
    bound = pairs(node.target, held, machine.span(node)) if place is None else names_at(place, held)
    keep(machine, frame, node, bound, changes=changes)
