"""Refusals of things of the wiring where they cannot be."""

from __future__ import annotations

import libcst as cst

from ..diagnostics import staging as errors
from ..frontend.names import names
from .frame import Frame
from .machine import Machine
from .values import (
    BROKEN,
    Broken,
    Evaluated,
    InstanceValue,
    ItemValue,
    ModuleValue,
    NodeValue,
    RefValue,
    Value,
    describe,
    of_wiring,
)

_SINGLE = (NodeValue, ItemValue, InstanceValue, RefValue)


def forbid(machine: Machine, node: cst.CSTNode, value: Value, where: str) -> Value | None:
    """Refuses a value of the wiring in code that is not staged; None where it is none."""
    if isinstance(value, ModuleValue):
        return machine.refuse(errors.ModuleAsValue(machine.span(node), value.name, f"in {where}"))
    if of_wiring(value) or machine.is_wiring(value):
        return machine.refuse(errors.Escapes(machine.span(node), describe(value), where))
    return value if isinstance(value, Broken) else None


def refuse_nodes(
    machine: Machine, place: cst.CSTNode, operator: str, values: tuple[Value, ...]
) -> Value | None:
    """Refuses an operator on nodes; what to give instead of its result, None where all is well."""
    for value in values:
        if of_wiring(value):
            return machine.refuse(
                errors.OperatorOnNode(machine.span(place), operator, describe(value))
            )
    return BROKEN if any(isinstance(value, Broken) for value in values) else None


def refuse_loop(machine: Machine, given: Evaluated) -> Value | None:
    """Refuses to go through a node; None where it is none."""
    if not isinstance(given.value, _SINGLE):
        return None
    return machine.refuse(errors.UnpackedNode(given.span, None))


def refuse_names(node: cst.CSTNode, frame: Frame) -> None:
    """Nothing more is said about what a refused statement binds."""
    for use in names(node):
        if use.binds:
            frame.bind(use.name, BROKEN)
