"""Targets of assignments that get something of the wiring, or elements of it."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import target_names
from ...ir import Ref, Symbol
from ...source import Span
from ..frame import Frame
from ..iteration import iterate, sequence
from ..keep import keep_binding
from ..kept.copies import copy_if_held
from ..kept.held import element, some
from ..machine import Machine
from ..modules.members import assignable
from ..raising import Error_, Raised
from ..values import (
    BROKEN,
    Broken,
    Evaluated,
    InstanceValue,
    ItemValue,
    ManyValue,
    NodeValue,
    Value,
    describe,
    of_wiring,
)
from .stores import place_of, store


def bind_target(
    machine: Machine, target: cst.BaseExpression, given: Evaluated, frame: Frame
) -> None:
    """Binds a target to something of the wiring."""
    value = given.value
    if isinstance(target, cst.Name):
        copy_if_held(machine, frame, target.value, given.span)
        symbol = frame.bind(target.value, value)
        ref = ref_of(value)
        if ref is not None:
            _name_ref(machine, ref, symbol)
    elif isinstance(target, (cst.Tuple, cst.List)):
        unpack(machine, target, given, frame)
    elif isinstance(target, cst.Attribute) and (module := frame.module_of(target)) is not None:
        if assignable(machine, module, target):
            bind_target(machine, target.attr, given, module.frame)
    elif (place := place_of(machine, target, frame)) and store(machine, place, given, frame):
        return
    elif not isinstance(value, Broken):
        where = "an attribute" if isinstance(target, cst.Attribute) else "a container"
        machine.refuse(errors.Escapes(machine.span(target), describe(value), where))


def _name_ref(machine: Machine, ref: Ref, symbol: Symbol) -> None:
    """The first name counts, and the name in a calling function more than that in a called one.

    Functions that stay functions have names of their own.
    """
    machine.record.bound_refs.setdefault((ref, symbol.scope), symbol)
    held = machine.record.ref_names.get(ref)
    if held is None or symbol.scope < held.scope:
        machine.record.ref_names[ref] = symbol


def ref_of(value: Value) -> Ref | None:
    if isinstance(value, (NodeValue, InstanceValue)):
        return Ref(value.node)
    return value.ref if isinstance(value, ItemValue) else None


def bind_element(
    machine: Machine, target: cst.BaseExpression, item: Evaluated, frame: Frame
) -> None:
    if of_wiring(item.value) or isinstance(item.value, Broken) or not isinstance(target, cst.Name):
        bind_target(machine, target, item, frame)
    else:
        keep_binding(machine, frame, target, item)


def unpack(machine: Machine, target: cst.Tuple | cst.List, given: Evaluated, frame: Frame) -> None:
    """Binds the targets to the elements of something of the wiring, or of a known container."""
    value = given.value
    targets = [element.value for element in target.elements]
    items = iterate(value, given.span)
    if isinstance(value, (NodeValue, ItemValue)):
        machine.refuse(errors.UnpackedNode(machine.span(target), len(targets)))
    elif items is not None and (matched := matched_items(target, items, given.span)) is not None:
        for one, item in zip(targets, matched, strict=True):
            bind_element(machine, one, item, frame)
        return
    elif isinstance(value, ManyValue):
        _unpack_held(machine, target, value, given, frame)
        return
    else:
        misfit(machine, frame, target, given, items)
        return
    for name in target_names(target):
        frame.bind(name.value, BROKEN)


def _unpack_held(
    machine: Machine,
    target: cst.Tuple | cst.List,
    value: ManyValue,
    given: Evaluated,
    frame: Frame,
) -> None:
    """`first, *others = nodes`, where the driver has the nodes."""
    for part in target.elements:
        starred = isinstance(part, cst.StarredElement)
        rest = ManyValue(value.nodes, parts=value.parts, depth=value.depth)
        one = rest if starred else some(element(value, given.span))
        bind_target(machine, part.value, Evaluated(one, given.code, given.span), frame)


def misfit(
    machine: Machine,
    frame: Frame,
    target: cst.Tuple | cst.List,
    given: Evaluated,
    items: list[Evaluated] | None,
) -> None:
    """Refuses to unpack what has another number of elements, or one that is not known."""
    if items is not None and machine.guarded:
        raise Raised(Error_(ValueError), machine.span(target))
    if not isinstance(given.value, Broken):
        what = f"{len(items)} values" if items is not None else describe(given.value)
        machine.refuse(errors.MisfitUnpacking(machine.span(target), what, len(target.elements)))
    for name in target_names(target):
        frame.bind(name.value, BROKEN)


def matched_items(
    target: cst.Tuple | cst.List, items: list[Evaluated], span: Span
) -> list[Evaluated] | None:
    """What each target gets, a starred one a list; None where the numbers do not fit."""
    stars = [i for i, e in enumerate(target.elements) if isinstance(e, cst.StarredElement)]
    spare = len(items) - len(target.elements)
    if not stars:
        return items if spare == 0 else None
    if spare < -1:
        return None
    first, last = stars[0], stars[0] + spare + 1
    starred = sequence(items[first:last], span)
    return [*items[:first], starred, *items[last:]]
