"""Assignments: names of nodes are bound at compile time, all others stay."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import target_names
from ...ir import Ref, Symbol, SymbolUse, join, text
from .. import known
from ..effects import effect_of
from ..expressions.containers import hashable
from ..expressions.opaque import forbid
from ..expressions.operators import operator_text, refuse_nodes
from ..frame import Frame
from ..keep import keep, keep_binding
from ..machine import Machine
from ..reify import reify
from ..settle import settle, settle_one
from ..values import (
    BROKEN,
    RESIDUAL,
    Broken,
    Evaluated,
    InstanceValue,
    ItemValue,
    Known,
    Mapping_,
    NodeValue,
    RunValue,
    Sequence_,
    Value,
    describe,
    give_up,
    of_wiring,
    to_python,
)
from .expression import names_of


def assign(machine: Machine, node: cst.Assign, frame: Frame) -> None:
    value = machine.evaluate_bare(node.value, frame)
    if of_wiring(value) or machine.is_wiring(value) or isinstance(value, Broken):
        given = Evaluated(value, machine.code(node.value, frame), machine.span(node.value))
        first = next((n.value for n in target_names(node.targets[0].target)), "part")
        given = settle(machine, frame, str(first), given)
        for target in node.targets:
            _bind(machine, target.target, given, frame)
        return
    if _fill(machine, node, value, frame):
        return
    if any(_refuse_part(machine, target.target, frame) for target in node.targets):
        return
    bound = [pair for target in node.targets for pair in _pairs(target.target, value)]
    changes = [
        symbol
        for target in node.targets
        for symbol in _changed(machine, target.target, value, node.value, frame)
    ]
    only = node.targets[0].target if len(node.targets) == 1 else None
    right = machine.code(node.value, frame) if isinstance(only, cst.Name) else None
    effect = effect_of(node.value, machine, frame) if changes else None
    keep(machine, frame, node, bound, right, changes, effect)
    if isinstance(only, cst.Name):
        _refer(frame, only.value, value)


def _fill(machine: Machine, node: cst.Assign, value: Value, frame: Frame) -> bool:
    """`container[key] = 3` for a container with nodes, which is not there in the driver."""
    target = node.targets[0].target
    if len(node.targets) > 1 or not isinstance(target, cst.Subscript):
        return False
    if not of_wiring(machine.evaluate(target.value, frame)):
        return False
    given = Evaluated(value, machine.code(node.value, frame), machine.span(node.value))
    settled = settle_one(machine, frame, "part", given)
    if not _store(machine, target, settled, frame):
        forbid(machine, target, machine.evaluate(target.value, frame), "an assignment")
    return True


def _refuse_part(machine: Machine, target: cst.BaseExpression, frame: Frame) -> bool:
    """Refuses an assignment to an attribute or an item of something of the wiring."""
    if not isinstance(target, (cst.Attribute, cst.Subscript)):
        return False
    owner = machine.evaluate(target.value, frame)
    if isinstance(owner, (Sequence_, Mapping_)):
        return False
    return forbid(machine, target, owner, "an assignment to a part of it") is not None


def annotated(machine: Machine, node: cst.AnnAssign, frame: Frame) -> None:
    if node.value is None:
        keep(machine, frame, node, [(name, RESIDUAL) for name in target_names(node.target)])
        return
    value = machine.evaluate(node.value, frame)
    if of_wiring(value) or isinstance(value, Broken):
        given = Evaluated(value, machine.code(node.value, frame), machine.span(node.value))
        _bind(machine, node.target, given, frame)
    else:
        keep(machine, frame, node, _pairs(node.target, value))


def augmented(machine: Machine, node: cst.AugAssign, frame: Frame) -> None:
    held = machine.evaluate(node.target, frame)
    if isinstance(held, Sequence_) and held.is_list and isinstance(node.operator, cst.AddAssign):
        _extend(machine, node, held, frame)
        return
    more = machine.evaluate(node.value, frame)
    refused = refuse_nodes(machine, node, operator_text(node.operator), (held, more))
    if refused is not None:
        for name in target_names(node.target):
            frame.bind(name.value, refused)
        return
    operator = _OPERATORS.get(type(node.operator))
    result = None
    if operator is not None:
        result = known.binary(operator, to_python(held), to_python(more))
    value = RESIDUAL if result is None else known.from_python(result, machine.span(node))
    keep(machine, frame, node, _pairs(node.target, value))


def _extend(machine: Machine, node: cst.AugAssign, held: Sequence_, frame: Frame) -> None:
    more = machine.evaluate(node.value, frame)
    if isinstance(more, Sequence_) and not more.escaped and not held.escaped:
        if more is not held and not machine.may_take(node, held, more):
            return
        held.items.extend(more.items)
        if of_wiring(machine.bounded(node, held)):
            return
    elif forbid(machine, node.value, more, "`+=`") is not None:
        return
    else:
        give_up(held)
    keep(machine, frame, node, _pairs(node.target, held), changes=names_of(frame, held))


def _bind(machine: Machine, target: cst.BaseExpression, given: Evaluated, frame: Frame) -> None:
    """Binds a target to something of the wiring."""
    value = given.value
    if isinstance(target, cst.Name):
        symbol = frame.bind(target.value, value)
        ref = _ref(value)
        if ref is not None:
            _name_ref(machine, ref, symbol)
    elif isinstance(target, (cst.Tuple, cst.List)):
        _unpack(machine, target, given, frame)
    elif isinstance(target, cst.Subscript) and _store(machine, target, given, frame):
        return
    elif not isinstance(value, Broken):
        where = "an attribute" if isinstance(target, cst.Attribute) else "a container"
        machine.refuse(errors.Escapes(machine.span(target), describe(value), where))


def _name_ref(machine: Machine, ref: Ref, symbol: Symbol) -> None:
    """The first name counts, and the name in a calling function more than that in a called one."""
    held = machine.record.ref_names.get(ref)
    if held is None or symbol.scope < held.scope:
        machine.record.ref_names[ref] = symbol


def _ref(value: Value) -> Ref | None:
    if isinstance(value, (NodeValue, InstanceValue)):
        return Ref(value.node)
    return value.ref if isinstance(value, ItemValue) else None


def _unpack(machine: Machine, target: cst.Tuple | cst.List, given: Evaluated, frame: Frame) -> None:
    value = given.value
    targets = [element.value for element in target.elements]
    if isinstance(value, (NodeValue, ItemValue)):
        machine.refuse(errors.UnpackedNode(machine.span(target), len(targets)))
    elif isinstance(value, Sequence_) and (items := _matched(target, value)) is not None:
        for one, item in zip(targets, items, strict=True):
            _bind_element(machine, one, item, frame)
        return
    elif not isinstance(value, Broken):
        what = f"{len(value.items)} values" if isinstance(value, Sequence_) else describe(value)
        machine.refuse(errors.MisfitUnpacking(machine.span(target), what, len(targets)))
    for name in target_names(target):
        frame.bind(name.value, BROKEN)


def _matched(target: cst.Tuple | cst.List, value: Sequence_) -> list[Evaluated] | None:
    """What each target gets, a starred one a list; None where the numbers do not fit."""
    stars = [i for i, e in enumerate(target.elements) if isinstance(e, cst.StarredElement)]
    spare = len(value.items) - len(target.elements)
    if not stars:
        return value.items if spare == 0 else None
    if spare < -1:
        return None
    first, last = stars[0], stars[0] + spare + 1
    rest = Sequence_(value.items[first:last], is_list=True)
    span = value.items[0].span
    starred = Evaluated(rest, reify(rest) or text("[]"), span)
    return [*value.items[:first], starred, *value.items[last:]]


def _bind_element(
    machine: Machine, target: cst.BaseExpression, item: Evaluated, frame: Frame
) -> None:
    if of_wiring(item.value) or isinstance(item.value, Broken) or not isinstance(target, cst.Name):
        _bind(machine, target, item, frame)
    else:
        keep_binding(machine, frame, target, item)


def _store(machine: Machine, target: cst.Subscript, given: Evaluated, frame: Frame) -> bool:
    """`container[key] = node`, for a container that staging follows."""
    owner = machine.evaluate(target.value, frame)
    if len(target.slice) != 1 or not isinstance(target.slice[0].slice, cst.Index):
        return False
    index = target.slice[0].slice.value
    key = machine.evaluated(index, frame)
    python = hashable(key.value)
    if not machine.may_take(target, owner, given.value):
        return True
    if isinstance(owner, Mapping_) and not owner.escaped and isinstance(key.value, Known):
        owner.entries[python] = (key, given)
        return True
    if not isinstance(owner, Sequence_) or not owner.is_list or owner.escaped:
        return False
    if isinstance(python, int) and -len(owner.items) <= python < len(owner.items):
        owner.items[python] = given
        return True
    return False


def _changed(
    machine: Machine,
    target: cst.BaseExpression,
    value: Value,
    node: cst.BaseExpression,
    frame: Frame,
) -> list[Symbol]:
    """The variables whose container `target[…] = …` changes."""
    if not isinstance(target, cst.Subscript):
        return []
    owner = machine.evaluate(target.value, frame)
    given = Evaluated(value, machine.code(node, frame), machine.span(node))
    if isinstance(owner, (Sequence_, Mapping_)):
        if not _store(machine, target, given, frame):
            give_up(owner)
        return names_of(frame, owner)
    return []


def _pairs(target: cst.BaseExpression, value: Value) -> list[tuple[cst.Name | str, Value]]:
    """The names in `target`, each with what it gets of `value`."""
    if isinstance(value, RunValue):
        value = RESIDUAL
    if isinstance(target, cst.Name):
        return [(target, value)]
    if isinstance(target, (cst.Tuple, cst.List)):
        targets = [element.value for element in target.elements]
        if isinstance(value, Sequence_) and len(value.items) == len(targets):
            pairs = zip(targets, value.items, strict=True)
            return [pair for one, item in pairs for pair in _pairs(one, item.value)]
    return [(name, RESIDUAL) for name in target_names(target)]


def _refer(frame: Frame, name: str, value: Value) -> None:
    """What a list holds is computed once: other code reads it out of the list."""
    bound = frame.lookup(name)
    if bound is None:
        return
    if isinstance(value, Sequence_):
        for index, item in enumerate(value.items):
            if not isinstance(item.value, (Known, Sequence_, Mapping_)):
                code = join(SymbolUse(bound.symbol), text(f"[{index}]"))
                value.items[index] = Evaluated(RESIDUAL, code, item.span)
    elif isinstance(value, Mapping_):
        for key, (name_, item) in value.entries.items():
            if not isinstance(item.value, (Known, Sequence_, Mapping_)):
                code = join(SymbolUse(bound.symbol), text("["), name_.code, text("]"))
                value.entries[key] = (name_, Evaluated(RESIDUAL, code, item.span))


_OPERATORS: dict[type[cst.BaseAugOp], cst.BaseBinaryOp] = {
    cst.AddAssign: cst.Add(),
    cst.SubtractAssign: cst.Subtract(),
    cst.MultiplyAssign: cst.Multiply(),
    cst.DivideAssign: cst.Divide(),
    cst.FloorDivideAssign: cst.FloorDivide(),
    cst.ModuloAssign: cst.Modulo(),
    cst.PowerAssign: cst.Power(),
}
