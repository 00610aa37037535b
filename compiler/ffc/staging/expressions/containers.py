"""Tuples, lists and dicts, which may hold nodes."""

from __future__ import annotations

import libcst as cst

from ...ir import UNKNOWN
from ..frame import Frame
from ..iteration import iterate, iterate_unordered
from ..iterators import Iterator_
from ..kept.held import add
from ..keys import hashable
from ..machine import Machine
from ..reify import reify
from ..values import (
    Broken,
    Evaluated,
    ManyValue,
    Mapping_,
    NodeSet,
    Sequence_,
    Set_,
    Value,
    is_ref,
    of_wiring,
)
from .opaque import opaque


def sequence(machine: Machine, node: cst.Tuple | cst.List, frame: Frame) -> Value:
    items: list[Evaluated] = []
    given: list[Evaluated] = []
    is_held = False
    for element in node.elements:
        evaluated = machine.evaluated(element.value, frame)
        given.append(evaluated)
        if isinstance(element, cst.StarredElement):
            more = iterate(evaluated.value, evaluated.span)
            is_held = is_held or (more is None and isinstance(evaluated.value, ManyValue))
            if more is None and not is_held:
                return opaque(machine, node, frame)
            items.extend(more or ())
        else:
            items.append(evaluated)
    if is_held:
        return _held(machine, node, given, frame)
    found = Sequence_(items, isinstance(node, cst.List))
    code = reify(found) if any(isinstance(one.value, Iterator_) for one in given) else None
    if code is not None and of_wiring(found):  # what `[*map(task, rows)]` made is there only once
        frame.made[id(node)] = code
    return found


def _held(
    machine: Machine, node: cst.Tuple | cst.List, given: list[Evaluated], frame: Frame
) -> Value:
    """`[*nodes, last]`, where the driver has the nodes."""
    nodes = NodeSet()
    for element, one in zip(node.elements, given, strict=True):
        if isinstance(one.value, Broken):
            return one.value
        add(nodes, one.value, top=isinstance(element, cst.StarredElement))
    code = machine.source(node, frame)
    frame.replaced[id(node)] = frame.made[id(node)] = code
    return ManyValue(nodes)


def mapping(machine: Machine, node: cst.Dict, frame: Frame) -> Value:
    entries: dict[object, tuple[Evaluated, Evaluated]] = {}
    given: list[Evaluated] = []
    is_known = True
    for element in node.elements:
        value = machine.evaluated(element.value, frame)
        given.append(value)
        if isinstance(element, cst.DictElement):
            key = machine.evaluated(element.key, frame)
            python = hashable(key.value)
            is_known = is_known and python is not UNKNOWN
            entries[python] = (key, value)
        elif isinstance(value.value, Mapping_) and not value.value.escaped:
            entries.update(value.value.entries)
        else:
            is_known = False
    if is_known:
        return Mapping_(entries)
    return _held_mapping(machine, node, given, frame) or opaque(machine, node, frame)


def _held_mapping(
    machine: Machine, node: cst.Dict, given: list[Evaluated], frame: Frame
) -> Value | None:
    """`{name: node, **nodes}`, where only the driver has the keys; None without nodes."""
    if not any(of_wiring(one.value) for one in given) or machine.trail.attempts:
        return None
    if not all(is_ref(one.value) for one in given) or not machine.tracks:
        return None
    nodes = NodeSet()
    for element, one in zip(node.elements, given, strict=True):
        add(nodes, one.value, top=not isinstance(element, cst.DictElement))
    code = machine.source(node, frame)
    frame.replaced[id(node)] = frame.made[id(node)] = code
    return ManyValue(nodes, "dict")


def members(machine: Machine, node: cst.Set, frame: Frame) -> Value:
    found: dict[object, None] = {}
    for element in node.elements:
        given = machine.evaluated(element.value, frame)
        more: list[Evaluated] | None = [given]
        if isinstance(element, cst.StarredElement):
            more = iterate_unordered(given.value, given.span)
        keys = [hashable(one.value) for one in more or ()]
        if more is None or UNKNOWN in keys:
            return opaque(machine, node, frame)
        found.update(dict.fromkeys(keys))
    return Set_(found)
