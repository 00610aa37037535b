"""What stands in the driver instead of an expression, where that is not its own text."""

from __future__ import annotations

import libcst as cst

from ..frontend.names import names
from ..ir import Fragment
from .frame import Frame
from .machine import Machine
from .reify import Deferred, reify
from .values import (
    ItemValue,
    Known,
    Mapping_,
    NodeValue,
    RunValue,
    Sequence_,
    Value,
    of_wiring,
)

# `isinstance` is slow where it is often none of them: their classes are abstract.
STORED = frozenset({cst.Name, cst.Attribute, cst.Subscript})
_LITERALS = (cst.SimpleString, cst.Integer, cst.Float)
_DISPLAYS = (cst.Tuple, cst.List, cst.Dict)


def replacement(
    machine: Machine, expression: cst.BaseExpression, value: Value, frame: Frame
) -> Fragment | None:
    """What stands in the driver instead of the expression, None for its own text."""
    if isinstance(value, (NodeValue, ItemValue)):
        return reify(value)
    if isinstance(value, RunValue):
        return None if frame.named(expression) is not None else reify(value)
    if isinstance(value, (Sequence_, Mapping_)):
        if isinstance(expression, _DISPLAYS):
            left = not of_wiring(value) and machine.touches(expression, frame)
            return Deferred(value) if left else None  # `{**nodes, "a": []}` had them
        named = type(expression) in STORED
        gone = of_wiring(value) or (not named and machine.touches(expression, frame))
        return Deferred(value) if gone else None
    if isinstance(value, Known) and not isinstance(expression, cst.Name):
        if isinstance(expression, cst.Call) and value.value is None:
            return None  # a method that changes its list; a staged function said so itself
        folded = machine.touches(expression, frame) or _is_folded(expression, frame)
        return reify(value) if folded else None
    return None


def _is_folded(expression: cst.BaseExpression, frame: Frame) -> bool:
    """Whether constants stand for some of its names: `0 + 1` would stand for `seed + 1`."""
    if isinstance(expression, _LITERALS):
        return False
    found = (frame.meant(use) for use in names(expression))
    return any(b is not None and b.code is not None for b in found)
