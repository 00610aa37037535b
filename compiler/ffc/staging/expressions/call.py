"""Calls: what is called is evaluated, then the arguments, then `calls` says what happens."""

from __future__ import annotations

import libcst as cst

from ..arguments import passed
from ..frame import Frame
from ..kept.tasks import call_chosen
from ..machine import Machine
from ..values import Broken, FunctionValue, Residual, Value
from .displayed import displayed


def call(machine: Machine, node: cst.Call, frame: Frame) -> Value:
    bare = machine.bare == id(node)
    inner = node.func.value if isinstance(node.func, cst.Attribute) else None
    if isinstance(inner, cst.Call) and any(machine.touches(arg.value, frame) for arg in node.args):
        machine.opening.add(id(inner))
    callee = machine.evaluate(node.func, frame)
    if isinstance(callee, Broken):
        return callee
    if isinstance(callee, Residual):
        callee = machine.builtin(machine.qualified(node.func, frame)) or callee
    if isinstance(callee, FunctionValue) and callee.definition in machine.choices:
        return call_chosen(machine, machine.choices[callee.definition], node, frame)
    shown = displayed(machine, callee, node, frame)
    if shown is not None:
        return shown
    arguments = passed(machine, node, frame)
    machine.bare = id(node) if bare else 0
    machine.direct = id(node)
    return machine.apply(callee, arguments, node, frame)
