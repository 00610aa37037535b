"""Names, numbers and strings."""

from __future__ import annotations

import libcst as cst

from ...frontend.constants import constant
from ..frame import Frame
from ..machine import Machine
from ..values import BROKEN, RESIDUAL, Broken, Known, Value

_CONSTANTS = {"True": True, "False": False, "None": None}


def name(machine: Machine, node: cst.Name, frame: Frame) -> Value:
    if node.value in _CONSTANTS:
        return Known(_CONSTANTS[node.value])
    bound = frame.lookup(node.value)
    if bound is not None:
        return bound.value
    # An app is compiled as what `python app.py` runs.
    return (
        Known("__main__") if node.value == "__name__" else machine.builtin(node.value) or RESIDUAL
    )


def number(machine: Machine, node: cst.Integer | cst.Float | cst.Imaginary, frame: Frame) -> Value:
    try:
        return Known(constant(node.value))
    except ValueError:  # an integer of more digits than Python converts
        return RESIDUAL


def ellipsis(machine: Machine, node: cst.Ellipsis, frame: Frame) -> Value:
    return Known(...)


def string(machine: Machine, node: cst.SimpleString, frame: Frame) -> Value:
    return Known(constant(node.value))


def concatenated(machine: Machine, node: cst.ConcatenatedString, frame: Frame) -> Value:
    left, right = machine.evaluate(node.left, frame), machine.evaluate(node.right, frame)
    match left, right:
        case Known(str(a)), Known(str(b)):
            return Known(a + b)
        case Known(bytes(a)), Known(bytes(b)):
            return Known(a + b)
    return BROKEN if isinstance(left, Broken) or isinstance(right, Broken) else RESIDUAL
