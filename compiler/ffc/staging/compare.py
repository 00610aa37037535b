"""Comparisons of known values, and questions about nodes that have an answer before the run.

node is None                 false
node in nodes                known: two nodes are equal if they are the same
"""

from __future__ import annotations

import libcst as cst

from . import known
from .comparable import likeness, ordering
from .iterators import View_
from .keys import hashable
from .values import (
    BuiltinValue,
    Evaluated,
    FlowValue,
    FunctionValue,
    InstanceValue,
    ItemValue,
    Known,
    ManyValue,
    Mapping_,
    Member,
    NodeValue,
    Object_,
    RefValue,
    Residual,
    Sequence_,
    Set_,
    TaskValue,
    Value,
    is_known,
    of_wiring,
    to_python,
)

_OPEN = (Residual, RefValue, ManyValue)
_NAMED = (BuiltinValue, FunctionValue, TaskValue)
_THINGS = (NodeValue, ItemValue, InstanceValue, FlowValue)


def compared(operator: cst.BaseCompOp, left: Value, right: Value) -> bool | None:
    """`left operator right`, None where only the driver knows."""
    found: bool | None = None
    match operator:
        case cst.Is() | cst.IsNot():
            found = _same(left, right)
        case cst.In() | cst.NotIn():
            found = _holds(right, left)
        case cst.Equal() | cst.NotEqual():
            found = equal(left, right)
    if found is not None:
        return found is not isinstance(operator, (cst.IsNot, cst.NotIn, cst.NotEqual))
    if isinstance(operator, (cst.Is, cst.IsNot)):
        return None
    result = known.compare(operator, ordering(left), ordering(right))
    return None if result is None else bool(result)


def equal(left: Value, right: Value) -> bool | None:
    """`left == right`; a node is equal to itself alone."""
    if isinstance(left, _THINGS) or isinstance(right, _THINGS):
        if isinstance(left, _OPEN) or isinstance(right, _OPEN):
            return None
        return left == right
    if isinstance(left, Sequence_) and isinstance(right, Sequence_):
        return _equal_items(left, right)
    values = likeness(left), likeness(right)
    if not all(map(is_known, values)):
        return None
    try:
        return bool(values[0] == values[1])
    except Exception:  # whatever Python raises there, it raises in the driver
        return None


def _equal_items(left: Sequence_, right: Sequence_) -> bool | None:
    if left.escaped or right.escaped:
        return None
    if left.is_list != right.is_list or type(left) is not type(right):
        return False
    if len(left.items) != len(right.items):
        return False
    pairs = zip(left.items, right.items, strict=True)
    answers = [equal(one.value, other.value) for one, other in pairs]
    return False if False in answers else None if None in answers else True


def _same(left: Value, right: Value) -> bool | None:
    """`left is right`, for what has an identity at compile time."""
    if isinstance(left, _OPEN) or isinstance(right, _OPEN):
        return None
    singletons = (None, True, False, ...)
    for one in (left, right):
        if isinstance(one, Known):
            value = one.value
            if isinstance(value, Member):
                return value.is_same(to_python(right if one is left else left))
            if any(value is singleton for singleton in singletons) or not known.is_plain(value):
                return left == right and type(to_python(left)) is type(to_python(right))
    if isinstance(left, Known) or isinstance(right, Known):
        return False if of_wiring(left) or of_wiring(right) else None
    if isinstance(left, (Sequence_, Mapping_, Set_, Object_)):
        return left is right
    if isinstance(left, _NAMED) and isinstance(right, _NAMED):
        return left == right
    return left == right if isinstance(left, _THINGS) else None


def _holds(container: Value, item: Value) -> bool | None:
    """`item in container`."""
    if isinstance(item, (RefValue, ManyValue)):
        return None
    match container:
        case Mapping_(escaped=False):
            key = hashable(item)
            return key in container.entries if is_known(key) else None
        case Set_(escaped=False):
            key = hashable(item)
            return key in container.members if is_known(key) else None
        case Sequence_(escaped=False):
            return _among(container.items, item)
        case View_() if not container.owner.escaped:
            if container.kind == "keys":
                return _holds(container.owner, item)
            return _among([one for _, one in container.owner.entries.values()], item)
    return None


def _among(items: list[Evaluated], item: Value) -> bool | None:
    answers = [equal(one.value, item) for one in items]
    return True if True in answers else None if None in answers else False


def is_open(left: Value, right: Value) -> bool:
    """Whether a variable of the driver that may hold refs is compared, which the driver can do."""
    return isinstance(left, (RefValue, ManyValue)) or isinstance(right, (RefValue, ManyValue))
