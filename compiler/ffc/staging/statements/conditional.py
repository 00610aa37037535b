"""`if`: decided where the condition is known, kept where it is not about the wiring."""

from __future__ import annotations

import libcst as cst

from ...frontend.search import find, find_outside_functions
from ..blocks import block
from ..frame import Frame
from ..kept.branches import kept_if
from ..machine import Machine
from ..modules.types import are_for_types, import_for_types
from ..tentative import Point
from ..truth import truth
from ..values import Broken, Known, Value
from .compound import keep_compound, wiring_in


def conditional(machine: Machine, node: cst.If, frame: Frame) -> Value | None:
    if are_for_types(machine, node, frame):
        import_for_types(machine, node, frame)
        return _branch(machine, node, False, frame)
    decided = condition_of(machine, node, frame)
    if isinstance(decided, Broken):
        return None
    if isinstance(decided, Known):
        return _branch(machine, node, bool(decided.value), frame)
    found = wiring_in(machine, node, [node.test], frame)
    if found is not None or (frame.outer is not None and find_outside_functions(node, cst.Return)):
        return kept_if(machine, node, frame)
    if find(node.test, cst.NamedExpr):
        machine.evaluate(node.test, frame)
    keep_compound(machine, node, frame)
    return None


def condition_of(machine: Machine, node: cst.If | cst.While, frame: Frame) -> Value:
    """Whether the condition holds. Where only the driver knows, what it binds is not bound yet."""
    if not find(node.test, cst.NamedExpr) or machine.trail.attempts:
        return truth(machine, node.test, machine.evaluate(node.test, frame))
    point = Point(machine, frame)
    decided = truth(machine, node.test, machine.evaluate(node.test, frame))
    if isinstance(decided, (Known, Broken)):
        point.go_on()
    else:
        point.back()
    return decided


def _branch(machine: Machine, node: cst.If, taken: bool, frame: Frame) -> Value | None:
    if taken:
        return machine.execute(block(node.body), frame, goes_on=True)
    if isinstance(node.orelse, cst.If):
        return conditional(machine, node.orelse, frame)
    if node.orelse is None:
        return None
    return machine.execute(block(node.orelse.body), frame, goes_on=True)
