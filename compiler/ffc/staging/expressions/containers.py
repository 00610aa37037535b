"""Tuples, lists and dicts, which may hold nodes."""

from __future__ import annotations

import libcst as cst

from ...ir import UNKNOWN
from ..frame import Frame
from ..iteration import iterate
from ..kept.held import add
from ..keys import hashable
from ..machine import Machine
from ..values import Broken, Evaluated, ManyValue, Mapping_, NodeSet, Sequence_, Set_, Value
from .opaque import opaque


def sequence(machine: Machine, node: cst.Tuple | cst.List, frame: Frame) -> Value:
    items: list[Evaluated] = []
    for element in node.elements:
        evaluated = machine.evaluated(element.value, frame)
        if isinstance(element, cst.StarredElement):
            more = iterate(evaluated.value, evaluated.span)
            if more is None and isinstance(evaluated.value, ManyValue):
                return _held(machine, node, frame)
            if more is None:
                return opaque(machine, node, frame)
            items.extend(more)
        else:
            items.append(evaluated)
    return Sequence_(items, isinstance(node, cst.List))


def _held(machine: Machine, node: cst.Tuple | cst.List, frame: Frame) -> Value:
    """`[*nodes, last]`, where the driver has the nodes."""
    nodes = NodeSet()
    for element in node.elements:
        value = machine.evaluate(element.value, frame)
        if isinstance(value, Broken):
            return value
        add(nodes, value, top=isinstance(element, cst.StarredElement))
    code = machine.source(node, frame)
    frame.replaced[id(node)] = frame.made[id(node)] = code
    return ManyValue(nodes)


def mapping(machine: Machine, node: cst.Dict, frame: Frame) -> Value:
    entries: dict[object, tuple[Evaluated, Evaluated]] = {}
    for element in node.elements:
        value = machine.evaluated(element.value, frame)
        if not isinstance(element, cst.DictElement):
            if not isinstance(value.value, Mapping_) or value.value.escaped:
                return opaque(machine, node, frame)
            entries.update(value.value.entries)
            continue
        key = machine.evaluated(element.key, frame)
        python = hashable(key.value)
        if python is UNKNOWN:
            return opaque(machine, node, frame)
        entries[python] = (key, value)
    return Mapping_(entries)


def members(machine: Machine, node: cst.Set, frame: Frame) -> Value:
    found: dict[object, None] = {}
    for element in node.elements:
        value = machine.evaluate(element.value, frame)
        key = hashable(value)
        if key is UNKNOWN or isinstance(element, cst.StarredElement):
            return opaque(machine, node, frame)
        found[key] = None
    return Set_(found)
