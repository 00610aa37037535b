"""`return`, `pass` and the other one-line statements."""

from __future__ import annotations

import libcst as cst

from ...diagnostics.staging.not_staged import NotStaged
from ...frontend.names import names
from ..expressions.opaque import give_up
from ..frame import Frame
from ..keep import keep
from ..machine import Machine
from ..values import RESIDUAL, Known, Value, describe, of_wiring


def returned(machine: Machine, node: cst.Return, frame: Frame) -> Value | None:
    """The value goes to the call that is being staged."""
    return Known(None) if node.value is None else machine.evaluate(node.value, frame)


def nothing(machine: Machine, node: cst.BaseSmallStatement, frame: Frame) -> None:
    """Statements that say something to Python alone."""


def kept(machine: Machine, node: cst.BaseSmallStatement, frame: Frame) -> None:
    """`assert`, `del`, `raise` and so on, about anything but the wiring."""
    what = f"`{type(node).__name__.lower()}`"
    for use in names(node):
        bound = frame.lookup(use.name)
        if bound is None:
            continue
        if of_wiring(bound.value) or machine.is_wiring(bound.value):
            place = machine.span(use.node or node)
            machine.refuse(NotStaged(place, what, describe(bound.value)))
            return
        give_up(bound.value)
    keep(machine, frame, node, [(use.name, RESIDUAL) for use in names(node) if use.binds])
