"""F-strings: of known values they are known, of a node they are an error."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.constants import constant
from ...ir import UNKNOWN
from .. import known
from ..frame import Frame
from ..machine import Machine
from ..values import BROKEN, RESIDUAL, Broken, Known, Value, describe, of_wiring, to_python

_BLANK = cst.Module(body=())


def formatted(machine: Machine, node: cst.FormattedString, frame: Frame) -> Value:
    whole = _text(machine, node.parts, frame, is_raw="r" in node.prefix.lower())
    return Known(whole) if isinstance(whole, str) else whole


def _text(
    machine: Machine,
    parts: Sequence[cst.BaseFormattedStringContent],
    frame: Frame,
    is_raw: bool,
) -> str | Value:
    """The text, or what kind of value it is where it cannot be known."""
    pieces: list[object] = []
    for part in parts:
        if isinstance(part, cst.FormattedStringText):
            pieces.append(_unescaped(part.value, is_raw))
        elif isinstance(part, cst.FormattedStringExpression):
            pieces.append(_expression(machine, part, frame, is_raw))
    if any(isinstance(piece, Broken) for piece in pieces):
        return BROKEN
    if not all(isinstance(piece, str) for piece in pieces):
        return RESIDUAL
    whole = "".join(map(str, pieces))
    return whole if len(whole) <= known.MOST else RESIDUAL


def _unescaped(source: str, is_raw: bool) -> object:
    """What a piece of text between braces stands for."""
    single = source.replace("{{", "{").replace("}}", "}")
    if is_raw or "\\" not in single:
        return single
    for quotes in ("'''", '"""'):
        if quotes not in single and not single.endswith(quotes[0]):
            try:
                return constant(quotes + single + quotes)
            except (SyntaxError, ValueError):
                return UNKNOWN
    return UNKNOWN


def _expression(
    machine: Machine, part: cst.FormattedStringExpression, frame: Frame, is_raw: bool
) -> object:
    value = machine.evaluate(part.expression, frame)
    if of_wiring(value):
        return machine.refuse(errors.FormattedNode(machine.span(part.expression), describe(value)))
    spec: str | Value | None = None
    if part.format_spec is not None:
        spec = _text(machine, part.format_spec, frame, is_raw)
    if isinstance(value, Broken) or isinstance(spec, Broken):
        return BROKEN
    conversion = part.conversion
    if part.equal is not None and spec is None:
        conversion = conversion or "r"
    if not isinstance(spec, (str, type(None))):
        return RESIDUAL
    written = known.formatted(to_python(value), conversion, spec or "")
    return RESIDUAL if written is None else _label(part) + written


def _label(part: cst.FormattedStringExpression) -> str:
    """What `{name = }` writes before the value."""
    if part.equal is None:
        return ""
    around = part.equal.whitespace_before, part.equal.whitespace_after
    code = _BLANK.code_for_node(part.expression)
    before = _BLANK.code_for_node(part.whitespace_before_expression) + code
    return f"{before}{_BLANK.code_for_node(around[0])}={_BLANK.code_for_node(around[1])}"
