"""Whether a value counts as true."""

from __future__ import annotations

import libcst as cst

from ..diagnostics import staging as errors
from ..ir import text
from .iterators import Iterator_, View_
from .machine import Machine
from .raising import Error_
from .values import (
    RESIDUAL,
    BoundValue,
    Broken,
    BuiltinValue,
    Evaluated,
    FunctionValue,
    Known,
    ManyValue,
    Mapping_,
    Member,
    Object_,
    RefValue,
    Sequence_,
    Set_,
    Value,
    describe,
    of_wiring,
)


def truth(machine: Machine, node: cst.CSTNode, value: Value) -> Value:
    """`Known`, or why it cannot be said."""
    match value:
        case Broken():
            return value
        case Known():
            plain = value.value
            return Known(
                bool(plain.value if isinstance(plain, Member) and plain.is_plain else plain)
            )
        case Sequence_(escaped=False):
            return Known(bool(value.items))
        case Mapping_(escaped=False):
            return Known(bool(value.entries))
        case Set_(escaped=False):
            return Known(bool(value.members))
        case View_() if not value.owner.escaped:
            return Known(bool(value.owner.entries))
        case Iterator_() if value.is_open:
            return Known(True)
        case FunctionValue() | BuiltinValue() | Error_():
            return Known(True)
        case Object_():
            return _of_object(machine, node, value)
    if isinstance(value, (RefValue, ManyValue)):
        return RESIDUAL  # a ref counts as true, as a node does
    if of_wiring(value):
        return machine.refuse(errors.TruthOfNode(machine.span(node), describe(value)))
    return RESIDUAL


def _of_object(machine: Machine, node: cst.CSTNode, value: Object_) -> Value:
    """An object counts as true, unless its class says something else."""
    if value.of is None:
        return RESIDUAL
    if value.is_tuple:
        return Known(bool(value.fields))
    for name in ("__bool__", "__len__"):
        found = value.of.find(name)
        if found is not None:
            this = Evaluated(value, text("None"), machine.span(node))
            bound = BoundValue(found.value, (this,))
            return truth(
                machine, node, machine.apply(bound, (), machine.call_at(node), machine.globals)
            )
    return Known(True)
