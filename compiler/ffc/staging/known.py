"""Python's own operations on known values, within bounds.

An operation that fails, or whose result would be large, is left to the driver: it gives None.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping

import libcst as cst

from ..ir import Fragment, text
from ..ir.literal import literal
from ..source import Span
from .values import RESIDUAL, Evaluated, Known, Mapping_, Sequence_, Value, is_known

MOST = 100_000  # characters, items, or bits of a number

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
_CONVERSIONS: Mapping[str, Callable[[object], object]] = {"r": repr, "s": str, "a": ascii}
STRING_METHODS = frozenset(
    "capitalize casefold endswith find format isdigit join lower lstrip removeprefix removesuffix "
    "replace rsplit rstrip split startswith strip title upper zfill".split()
)


def binary(operation: cst.BaseBinaryOp, left: object, right: object) -> object | None:
    """`left operation right`, or None."""
    if _grows(operation, left, right):
        return None
    return _attempt(_BINARY.get(type(operation)), left, right)


def unary(operation: cst.BaseUnaryOp, value: object) -> object | None:
    """`operation value`, or None."""
    return _attempt(_UNARY.get(type(operation)), value)


def compare(operation: cst.BaseCompOp, left: object, right: object) -> object | None:
    """`left operation right`, or None."""
    if isinstance(right, range) and not isinstance(left, int):
        return None  # Python would look at every number
    return _attempt(_COMPARISONS.get(type(operation)), left, right)


def builtin(name: str, arguments: list[object]) -> object | None:
    """What the builtin function `name` gives, or None."""
    if any(isinstance(argument, range) and _is_long(argument) for argument in arguments):
        return None
    if any(isinstance(a, int) and abs(a) > MOST for a in arguments[1:]):
        return None
    return _attempt(_BUILTINS.get(name), *arguments)


def _is_long(numbers: range) -> bool:
    try:
        return len(numbers) > MOST
    except OverflowError:
        return True


def string_method(text: str, name: str, arguments: list[object]) -> object | None:
    """What `text.name(…)` gives, or None."""
    if name not in STRING_METHODS or has_wide_field(text):
        return None
    if _times(text, *arguments) > MOST:
        return None
    return _attempt(getattr(text, name), *arguments)


def _same(value: object) -> object:
    return value


def formatted(value: object, conversion: str | None, spec: str) -> str | None:
    """What `{value!conversion:spec}` gives in an f-string, or None."""
    if has_wide_field(spec):
        return None
    convert = _CONVERSIONS.get(conversion or "", _same)
    result = _attempt(lambda given: format(convert(given), spec), value)
    return result if isinstance(result, str) else None


def has_wide_field(spec: str) -> bool:
    """Whether a format asks for more characters than are worked out here."""
    return any(int(digits) > MOST for digits in re.findall(r"\d{1,18}", spec)) or bool(
        re.search(r"\d{19}", spec)
    )


def _attempt(function: Callable[..., object] | None, *arguments: object) -> object | None:
    if function is None or not all(map(is_known, arguments)):
        return None
    try:
        result = function(*arguments)
        return result if size(result) <= MOST else None
    except Exception:  # whatever Python raises there, it raises in the driver
        return None


def size(value: object) -> int:
    """Characters, bits, or all the items inside; not counted much further than `MOST`."""
    total, pending = 0, [value]
    while pending and total <= MOST:
        one = pending.pop()
        total += _own_size(one)
        if isinstance(one, dict):
            pending.extend(one.keys())
            pending.extend(one.values())
        elif isinstance(one, (list, tuple)) and len(one) <= MOST:
            pending.extend(one)
    return total


def _own_size(value: object) -> int:
    if isinstance(value, int):
        return value.bit_length()
    return len(value) if isinstance(value, (str, bytes, list, tuple, dict)) else 1


def _times(*values: object) -> int:
    """More than an operation makes that repeats one of the values for each part of another."""
    product = 1
    for value in values:
        product *= max(abs(value) if isinstance(value, int) else size(value), 1)
    return product


def _grows(operation: cst.BaseBinaryOp, left: object, right: object) -> bool:
    """Whether the result may be too large to be worked out."""
    if isinstance(operation, cst.Modulo) and isinstance(left, (str, bytes)):
        return has_wide_field(left if isinstance(left, str) else left.decode("latin-1"))
    if isinstance(operation, cst.LeftShift):
        return not isinstance(right, int) or right > MOST
    if isinstance(operation, cst.Power):
        return not isinstance(right, int) or size(left) * abs(right) > MOST
    if isinstance(operation, cst.Multiply):
        numbers = isinstance(left, (int, float)) and isinstance(right, (int, float))
        return not numbers and _times(left, right) > MOST
    return False


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
