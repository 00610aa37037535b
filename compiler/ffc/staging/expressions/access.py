"""`owner.name` and `owner[key]`: qualified names, items of nodes, elements of containers."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import Ref, text
from ...ir.literal import literal
from .. import known
from ..frame import Frame
from ..intrinsics import members
from ..machine import Machine
from ..reify import reify
from ..values import (
    RESIDUAL,
    Broken,
    DialectValue,
    Evaluated,
    FlowValue,
    InstanceValue,
    ItemValue,
    Known,
    Mapping_,
    MemberValue,
    NodeValue,
    QueryValue,
    Sequence_,
    TaskValue,
    Value,
    give_up,
    of_wiring,
    to_python,
)
from .containers import hashable
from .opaque import forbid


def attribute(machine: Machine, node: cst.Attribute, frame: Frame) -> Value:
    owner = machine.evaluate(node.value, frame)
    name = node.attr.value
    match owner:
        case DialectValue():
            return DialectValue(f"{owner.name}.{name}")
        case NodeValue() | InstanceValue() | FlowValue() | QueryValue():
            return members.attribute(machine, owner, name, node, frame)
        case Known(str()) | Sequence_() | Mapping_():
            return MemberValue(owner, name)
        case ItemValue() | TaskValue() | MemberValue():
            return forbid(machine, node, owner, f"`.{name}`") or RESIDUAL
    return owner if isinstance(owner, Broken) else RESIDUAL


def subscript(machine: Machine, node: cst.Subscript, frame: Frame) -> Value:
    owner = machine.evaluate(node.value, frame)
    key = _key(machine, node, frame)
    if isinstance(owner, Broken) or isinstance(key, Broken):
        return owner if isinstance(owner, Broken) else key
    if isinstance(owner, (NodeValue, ItemValue)):
        return _item(machine, node, owner, key)
    if of_wiring(key):
        return forbid(machine, node, key, "a subscript") or RESIDUAL
    if isinstance(owner, (Sequence_, Mapping_)) and not owner.escaped:
        found = _element(machine, node, owner, key)
        if found is not None:
            if of_wiring(owner) and not of_wiring(found.value):
                frame.replaced[id(node)] = found.code  # the container is not there in the driver
            return found.value
    elif isinstance(owner, Known) and isinstance(key, Known):
        try:
            return known.from_python(owner.value[key.value], machine.span(node))  # type: ignore[index]
        except Exception:  # whatever Python raises there, it raises in the driver
            return RESIDUAL
    refused = forbid(machine, node, owner, "a subscript whose key is not known")
    give_up(owner)
    return refused or RESIDUAL


def _key(machine: Machine, node: cst.Subscript, frame: Frame) -> Value:
    if len(node.slice) != 1:
        return _several(machine, node, frame)
    part = node.slice[0].slice
    if isinstance(part, cst.Index):
        return machine.evaluate(part.value, frame)
    assert isinstance(part, cst.Slice)
    bounds = [
        Known(None) if bound is None else machine.evaluate(bound, frame)
        for bound in (part.lower, part.upper, part.step)
    ]
    if all(isinstance(bound, Known) for bound in bounds):
        return Known(slice(*map(to_python, bounds)))
    return next((b for b in bounds if isinstance(b, Broken)), RESIDUAL)


def _several(machine: Machine, node: cst.Subscript, frame: Frame) -> Value:
    keys = []
    for element in node.slice:
        if not isinstance(element.slice, cst.Index):
            return RESIDUAL
        value = machine.evaluate(element.slice.value, frame)
        refused = forbid(machine, element, value, "a subscript")
        if refused is not None:
            return refused
        keys.append(to_python(value))
    return known.from_python(tuple(keys), machine.span(node))


def _item(machine: Machine, node: cst.Subscript, owner: Value, key: Value) -> Value:
    if isinstance(owner, ItemValue):
        return machine.refuse(errors.BadKey(machine.span(node), "an item of a node has no items"))
    assert isinstance(owner, NodeValue)
    code = literal(to_python(key))
    if code is None:
        reason = "the key of a node's item must be known when the app is compiled"
        return machine.refuse(errors.BadKey(machine.span(node.slice[0]), reason))
    return ItemValue(Ref(owner.node, code))


def _element(
    machine: Machine, node: cst.Subscript, owner: Sequence_ | Mapping_, key: Value
) -> Evaluated | None:
    """The element, None where the key is not known or not there."""
    python = to_python(key) if not isinstance(key, Sequence_) else hashable(key)
    if isinstance(owner, Mapping_):
        found = owner.entries.get(python) if hashable(key) is python else None
        return found[1] if found is not None else None
    if isinstance(python, (int, slice)):
        try:
            picked: Evaluated | list[Evaluated] = owner.items[python]
        except (IndexError, TypeError, ValueError):  # as in the driver
            return None
        if not isinstance(picked, list):
            return picked
        part = Sequence_(picked, owner.is_list)
        return Evaluated(part, reify(part) or text(""), machine.span(node))
    return None
