"""Lambdas: functions without a name."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import Symbol
from ..calls.defaults import keep_defaults
from ..frame import Frame
from ..machine import Machine
from ..values import Value


def function(machine: Machine, node: cst.Lambda, frame: Frame) -> Value:
    symbol = Symbol("<lambda>", frame.scope, machine.record.next_order())
    made = machine.function(symbol, node, frame)
    keep_defaults(machine, made, node.params, frame)
    return made


def yielded(machine: Machine, node: cst.Yield, frame: Frame) -> Value:
    """Those that staging follows are statements of their own."""
    return machine.refuse(errors.NotStaged(machine.span(node), "this place", "`yield`"))
