"""Python's own operations on known values, within bounds.

An operation that fails, or whose result would be large, is left to the driver: it gives None.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping

import libcst as cst

from ..ir import Fragment, text
from ..ir.literal import literal
from ..source import Span
from .values import RESIDUAL, Evaluated, Known, Mapping_, Sequence_, Value, is_known

_MOST = 100_000  # characters, items, or bits of a number

_BINARY: Mapping[type[cst.BaseBinaryOp], Callable[..., object]] = {
    cst.Add: operator.add,
    cst.Subtract: operator.sub,
    cst.Multiply: operator.mul,
    cst.Divide: operator.truediv,
    cst.FloorDivide: operator.floordiv,
    cst.Modulo: operator.mod,
    cst.Power: operator.pow,
    cst.LeftShift: operator.lshift,
    cst.RightShift: operator.rshift,
    cst.BitAnd: operator.and_,
    cst.BitOr: operator.or_,
    cst.BitXor: operator.xor,
}
_UNARY: Mapping[type[cst.BaseUnaryOp], Callable[..., object]] = {
    cst.Minus: operator.neg,
    cst.Plus: operator.pos,
    cst.BitInvert: operator.invert,
    cst.Not: operator.not_,
}
_COMPARISONS: Mapping[type[cst.BaseCompOp], Callable[..., object]] = {
    cst.Equal: operator.eq,
    cst.NotEqual: operator.ne,
    cst.LessThan: operator.lt,
    cst.LessThanEqual: operator.le,
    cst.GreaterThan: operator.gt,
    cst.GreaterThanEqual: operator.ge,
    cst.In: lambda item, items: item in items,
    cst.NotIn: lambda item, items: item not in items,
    cst.Is: operator.is_,
    cst.IsNot: operator.is_not,
}
_BUILTINS: Mapping[str, Callable[..., object]] = {
    f.__name__: f
    for f in (
        abs,
        bool,
        float,
        int,
        len,
        list,
        max,
        min,
        range,
        repr,
        round,
        sorted,
        str,
        sum,
        tuple,
    )
}
STRING_METHODS = frozenset(
    [
        "capitalize",
        "casefold",
        "endswith",
        "find",
        "format",
        "isdigit",
        "join",
        "lower",
        "lstrip",
        "removeprefix",
        "removesuffix",
        "replace",
        "rsplit",
        "rstrip",
        "split",
        "startswith",
        "strip",
        "title",
        "upper",
        "zfill",
    ]
)


def binary(operation: cst.BaseBinaryOp, left: object, right: object) -> object | None:
    """`left operation right`, or None."""
    if isinstance(operation, (cst.Multiply, cst.Power, cst.LeftShift)) and _grows(
        operation, left, right
    ):
        return None
    return _attempt(_BINARY.get(type(operation)), left, right)


def unary(operation: cst.BaseUnaryOp, value: object) -> object | None:
    """`operation value`, or None."""
    return _attempt(_UNARY.get(type(operation)), value)


def compare(operation: cst.BaseCompOp, left: object, right: object) -> object | None:
    """`left operation right`, or None."""
    return _attempt(_COMPARISONS.get(type(operation)), left, right)


def builtin(name: str, arguments: list[object]) -> object | None:
    """What the builtin function `name` gives, or None."""
    return _attempt(_BUILTINS.get(name), *arguments)


def string_method(text: str, name: str, arguments: list[object]) -> object | None:
    """What `text.name(…)` gives, or None."""
    return _attempt(getattr(text, name), *arguments) if name in STRING_METHODS else None


def _attempt(function: Callable[..., object] | None, *arguments: object) -> object | None:
    if function is None or not all(map(is_known, arguments)):
        return None
    try:
        result = function(*arguments)
        return result if _size(result) <= _MOST else None
    except Exception:  # whatever Python raises there, it raises in the driver
        return None


def _size(value: object) -> int:
    if isinstance(value, int):
        return value.bit_length()
    return len(value) if isinstance(value, (str, bytes, list, tuple, dict, range)) else 1


def _grows(operation: cst.BaseBinaryOp, left: object, right: object) -> bool:
    """Whether the result may be too large to be worked out."""
    if not isinstance(right, int):
        return (
            isinstance(left, int)
            and isinstance(right, (str, bytes, list, tuple))
            and (abs(left) * len(right) > _MOST)
        )
    if isinstance(operation, cst.LeftShift):
        return right > _MOST
    return _size(left) * abs(right) > _MOST


def from_python(value: object, span: Span) -> Value:
    """The value that staging has for a Python object; residual for one that it does not model."""
    if isinstance(value, (list, tuple)):
        return Sequence_([_element(item, span) for item in value], isinstance(value, list))
    if isinstance(value, dict):
        entries = {k: (_element(k, span), _element(v, span)) for k, v in value.items()}
        return Mapping_(entries)
    return Known(value) if literal(value) is not None else RESIDUAL


def _element(value: object, span: Span) -> Evaluated:
    code: Fragment = text(literal(value) or "None")
    return Evaluated(from_python(value, span), code, span)
