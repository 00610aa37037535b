"""`if`: decided where the condition is known, kept where it is not about the wiring."""

from __future__ import annotations

import libcst as cst

from ...frontend.search import find, find_outside_functions
from ..blocks import block
from ..decided import Test, keep_changes, tested
from ..frame import Frame
from ..kept.branches import kept_if
from ..machine import Machine
from ..modules.types import are_for_types, import_for_types
from ..tentative import Point
from ..values import Broken, Known, Value
from .compound import keep_compound, wiring_in


def conditional(machine: Machine, node: cst.If, frame: Frame) -> Value | None:
    if are_for_types(machine, node, frame):
        import_for_types(machine, node, frame)
        return _branch(machine, node, False, frame)
    test = condition_of(machine, node, frame)
    if isinstance(test.holds, Broken):
        return None
    if isinstance(test.holds, Known):
        keep_changes(machine, test, frame)
        return _branch(machine, node, bool(test.holds.value), frame)
    found = wiring_in(machine, node, [node.test], frame)
    if found is not None or (frame.outer is not None and find_outside_functions(node, cst.Return)):
        return kept_if(machine, node, frame)
    if find(node.test, cst.NamedExpr):
        machine.evaluate(node.test, frame)
    keep_compound(machine, node, frame)
    return None


def condition_of(machine: Machine, node: cst.If | cst.While, frame: Frame) -> Test:
    """Whether the condition holds. Where only the driver knows, what it binds is not bound yet."""
    if not find(node.test, cst.NamedExpr) or machine.trail.attempts:
        return tested(machine, node.test, frame)
    point = Point(machine, frame)
    test = tested(machine, node.test, frame)
    if isinstance(test.holds, (Known, Broken)):
        point.go_on()
    else:
        point.back()
    return test


def _branch(machine: Machine, node: cst.If, taken: bool, frame: Frame) -> Value | None:
    if taken:
        return machine.execute(block(node.body), frame, goes_on=True)
    if isinstance(node.orelse, cst.If):
        return conditional(machine, node.orelse, frame)
    if node.orelse is None:
        return None
    return machine.execute(block(node.orelse.body), frame, goes_on=True)
