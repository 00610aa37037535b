"""`if`: decided where the condition is known, kept where it is not about the wiring."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ..blocks import block
from ..expressions.operators import truth
from ..frame import Frame
from ..machine import Machine
from ..values import Broken, Known, Value
from .compound import keep_compound, refuse_names, wiring_in


def conditional(machine: Machine, node: cst.If, frame: Frame) -> Value | None:
    decided = truth(machine, node.test, machine.evaluate(node.test, frame))
    if isinstance(decided, Broken):
        return None
    if isinstance(decided, Known):
        return _branch(machine, node, bool(decided.value), frame)
    found = wiring_in(machine, node, [node.test], frame)
    if found is not None:
        machine.refuse(errors.ResidualCondition(machine.span(node.test), machine.span(found)))
        refuse_names(node, frame)
        return None
    keep_compound(machine, node, frame)
    return None


def _branch(machine: Machine, node: cst.If, taken: bool, frame: Frame) -> Value | None:
    if taken:
        return machine.execute(block(node.body), frame)
    if isinstance(node.orelse, cst.If):
        return conditional(machine, node.orelse, frame)
    return None if node.orelse is None else machine.execute(block(node.orelse.body), frame)
