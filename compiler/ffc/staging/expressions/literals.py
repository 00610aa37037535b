"""Names, numbers and strings; f-strings of known values are known."""

from __future__ import annotations

import ast
from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import UNKNOWN
from .. import known
from ..frame import Frame
from ..machine import Machine
from ..values import BROKEN, RESIDUAL, Broken, Known, Value, describe, of_wiring, to_python

_CONSTANTS = {"True": True, "False": False, "None": None}


def name(machine: Machine, node: cst.Name, frame: Frame) -> Value:
    if node.value in _CONSTANTS:
        return Known(_CONSTANTS[node.value])
    bound = frame.lookup(node.value)
    if bound is not None:
        return bound.value
    # An app is compiled as what `python app.py` runs.
    return Known("__main__") if node.value == "__name__" else RESIDUAL


def number(machine: Machine, node: cst.Integer | cst.Float | cst.Imaginary, frame: Frame) -> Value:
    try:
        return Known(node.evaluated_value)
    except ValueError:  # an integer of more digits than Python converts
        return RESIDUAL


def ellipsis(machine: Machine, node: cst.Ellipsis, frame: Frame) -> Value:
    return Known(...)


def string(machine: Machine, node: cst.SimpleString, frame: Frame) -> Value:
    return Known(ast.literal_eval(node.value))


def concatenated(machine: Machine, node: cst.ConcatenatedString, frame: Frame) -> Value:
    left, right = machine.evaluate(node.left, frame), machine.evaluate(node.right, frame)
    match left, right:
        case Known(str(a)), Known(str(b)):
            return Known(a + b)
        case Known(bytes(a)), Known(bytes(b)):
            return Known(a + b)
    return BROKEN if isinstance(left, Broken) or isinstance(right, Broken) else RESIDUAL


def formatted(machine: Machine, node: cst.FormattedString, frame: Frame) -> Value:
    parts = _parts(machine, node.parts, frame)
    return Known(parts) if isinstance(parts, str) else parts


def _parts(
    machine: Machine,
    parts: Sequence[cst.BaseFormattedStringContent],
    frame: Frame,
) -> str | Value:
    """The text, or what kind of value it is where it cannot be known."""
    pieces: list[object] = []
    broken = False
    for part in parts:
        if isinstance(part, cst.FormattedStringText):
            pieces.append(_unescaped(part.value))
        elif isinstance(part, cst.FormattedStringExpression):
            piece = _expression(machine, part, frame)
            broken = broken or isinstance(piece, Broken)
            pieces.append(piece)
    if broken:
        return BROKEN
    if all(isinstance(piece, str) for piece in pieces):
        whole = "".join(map(str, pieces))
        return whole if len(whole) <= known.MOST else RESIDUAL
    return RESIDUAL


def _unescaped(source: str) -> object:
    doubled = source.replace("{{", "{").replace("}}", "}")
    if "\\" not in doubled:
        return doubled
    return UNKNOWN  # an escape in an f-string: rare enough to leave to the driver


def _expression(machine: Machine, part: cst.FormattedStringExpression, frame: Frame) -> object:
    value = machine.evaluate(part.expression, frame)
    if of_wiring(value):
        return machine.refuse(errors.FormattedNode(machine.span(part.expression), describe(value)))
    spec: object = ""
    if part.format_spec is not None:
        spec = _parts(machine, part.format_spec, frame)
    python = to_python(value)
    if isinstance(value, Broken):
        return value
    if not isinstance(value, Known) or not isinstance(spec, str) or part.equal is not None:
        return RESIDUAL
    written = known.formatted(python, part.conversion, spec)
    return RESIDUAL if written is None else written
