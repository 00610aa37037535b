"""Python's own operations on known values, within bounds.

An operation that fails, or whose result would be large, is left to the driver: it gives None.
"""

from __future__ import annotations

import itertools
import math
import operator
import posixpath
import re
import string
from collections.abc import Callable, Mapping

import libcst as cst

from ..ir import Fragment, text
from ..ir.literal import literal
from ..source import Span
from .values import RESIDUAL, Evaluated, Known, Mapping_, Member, Sequence_, Set_, Value, is_known

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
_PYTHONS = (
    *(abs, ascii, bin, bool, bytes, chr, complex, dict, divmod, float, format, hex, int, len, list),
    *(max, min, oct, ord, pow, range, repr, round, set, slice, sorted, str, sum, tuple),
)
FUNCTIONS: Mapping[str, Callable[..., object]] = {
    **{f.__name__: f for f in _PYTHONS},
    **{f"math.{name}": f for name, f in vars(math).items() if callable(f)},
    **{f"operator.{f.__name__}": f for f in (*_BINARY.values(), *_UNARY.values())},
    "os.path.join": posixpath.join,
    "os.path.basename": posixpath.basename,
    "os.path.dirname": posixpath.dirname,
    "os.path.splitext": posixpath.splitext,
    "re.escape": re.escape,
    "itertools.accumulate": lambda *given: list(itertools.accumulate(*given)),
}
CONSTANTS: Mapping[str, object] = {
    "math.pi": math.pi,
    "math.e": math.e,
    "math.tau": math.tau,
    "string.ascii_lowercase": string.ascii_lowercase,
    "string.ascii_uppercase": string.ascii_uppercase,
    "string.ascii_letters": string.ascii_letters,
    "string.digits": string.digits,
}
# What these give of a set has its order, which is another one each time.
_ORDERED = frozenset("ascii bytes dict format list repr str tuple".split())
_CONVERSIONS: Mapping[str, Callable[[object], object]] = {"r": repr, "s": str, "a": ascii}
STRING_METHODS = frozenset(
    "capitalize casefold center count endswith expandtabs find format format_map index isalnum "
    "isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle "
    "isupper join ljust lower lstrip maketrans partition removeprefix removesuffix replace rfind "
    "rindex rjust rpartition rsplit rstrip split splitlines startswith strip swapcase title "
    "translate upper zfill".split()
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


def builtin(
    name: str, arguments: list[object], keywords: Mapping[str, object] | None = None
) -> object | None:
    """What the function of Python, or of its library, called `name` gives, or None."""
    given = [*arguments, *(keywords or {}).values()]
    if any(isinstance(argument, range) and _is_long(argument) for argument in given):
        return None
    first = 0 if name.startswith(("math.", "operator.")) or name == "pow" else 1
    if any(isinstance(a, int) and abs(a) > MOST for a in given[first:]):
        return None
    if name in ("pow", "operator.pow", "operator.lshift", "operator.mul") and _times(*given) > MOST:
        return None
    if not all(map(is_known, given)):
        return None
    if name in _ORDERED and any(map(holds_set, given)):
        return None
    function = FUNCTIONS.get(name)
    if function is None:
        return None
    return _attempt(lambda given, named: function(*given, **named), arguments, keywords or {})


def _is_long(numbers: range) -> bool:
    try:
        return len(numbers) > MOST
    except OverflowError:
        return True


def string_method(
    text: str, name: str, arguments: list[object], keywords: Mapping[str, object] | None = None
) -> object | None:
    """What `text.name(…)` gives, or None."""
    if name not in STRING_METHODS or has_wide_field(text):
        return None
    given = [*arguments, *(keywords or {}).values()]
    if _times(text, *given) > MOST or not all(map(is_known, given)) or any(map(holds_set, given)):
        return None
    method = getattr(text, name)
    return _attempt(lambda given, named: method(*given, **named), arguments, keywords or {})


def is_plain(value: object) -> bool:
    """Whether it is text or a number, whose identity means nothing."""
    return isinstance(value, (int, float, complex, str, bytes, range, slice))


def _same(value: object) -> object:
    return value


def formatted(value: object, conversion: str | None, spec: str) -> str | None:
    """What `{value!conversion:spec}` gives in an f-string, or None."""
    if has_wide_field(spec):
        return None
    if isinstance(value, Member) and not spec and conversion in (None, "s"):
        return value.written if conversion or not value.is_plain else str(value.value)
    if holds_set(value):
        return None
    convert = _CONVERSIONS.get(conversion or "", _same)
    result = _attempt(lambda given: format(convert(given), spec), value)
    return result if isinstance(result, str) else None


def holds_set(value: object) -> bool:
    """Whether a set is in it, whose text is another one each time."""
    if isinstance(value, (list, tuple)):
        return any(map(holds_set, value))
    if isinstance(value, dict):
        return any(map(holds_set, value.values()))
    return isinstance(value, (set, frozenset)) and len(value) > 1


def has_wide_field(spec: str) -> bool:
    """Whether a format asks for more characters than are worked out here."""
    return any(int(digits) > MOST for digits in re.findall(r"\d{1,18}", spec)) or bool(
        re.search(r"\d{19}", spec)
    )


class Fails(Exception):
    """Python raises `error` there, as it will in the driver."""

    def __init__(self, error: Exception) -> None:
        super().__init__(error)
        self.error = error


def _attempt(function: Callable[..., object] | None, *arguments: object) -> object | None:
    if function is None or not all(map(is_known, arguments)):
        return None
    try:
        real = [_real(argument) for argument in arguments]
    except TypeError:
        return None
    try:
        result = function(*real)
    except (MemoryError, RecursionError):
        return None
    except Exception as error:
        raise Fails(error) from error
    return result if size(result) <= MOST else None


def _real(value: object) -> object:
    """The value as Python has it; a `TypeError` for a member of an enumeration."""
    if isinstance(value, Member):
        if not value.is_plain:
            raise TypeError
        return value.value
    if isinstance(value, (list, tuple)):
        return type(value)(map(_real, value))
    if isinstance(value, dict):
        return {_real(key): _real(one) for key, one in value.items()}
    if isinstance(value, (set, frozenset)) and any(isinstance(one, Member) for one in value):
        raise TypeError
    return value


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
    """Whether the result may be too large to be worked out, or another one each time."""
    if isinstance(operation, cst.Modulo) and isinstance(left, (str, bytes)):
        if holds_set(right):
            return True
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
    if isinstance(value, (set, frozenset)):
        return Set_(dict.fromkeys(value), frozen=isinstance(value, frozenset))
    if isinstance(value, Member):
        return Known(value)
    return Known(value) if literal(value) is not None else RESIDUAL


def _element(value: object, span: Span) -> Evaluated:
    code: Fragment = text(literal(value) or "None")
    return Evaluated(from_python(value, span), code, span)
