"""Tuples, lists and dicts, which may hold nodes."""

from __future__ import annotations

import libcst as cst

from ...ir import UNKNOWN
from ..frame import Frame
from ..machine import Machine
from ..values import Broken, Evaluated, Mapping_, Sequence_, Value, is_known, to_python
from .opaque import opaque


def sequence(machine: Machine, node: cst.Tuple | cst.List, frame: Frame) -> Value:
    items: list[Evaluated] = []
    for element in node.elements:
        evaluated = machine.evaluated(element.value, frame)
        if isinstance(element, cst.StarredElement):
            if not isinstance(evaluated.value, Sequence_) or evaluated.value.escaped:
                return opaque(machine, node, frame)
            items.extend(evaluated.value.items)
        else:
            items.append(evaluated)
    return Sequence_(items, isinstance(node, cst.List))


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


def hashable(value: Value) -> object:
    """The value as a key of a dict, `UNKNOWN` where it is not known or no key."""
    python = to_python(value)
    try:
        hash(python)
    except TypeError:
        return UNKNOWN
    return python if is_known(python) and not isinstance(value, Broken) else UNKNOWN
