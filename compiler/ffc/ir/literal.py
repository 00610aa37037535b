"""Python values → the source text that gives them back."""

from __future__ import annotations

import math

_MOST_BITS = 10_000  # Python writes no longer integers as text
_PLAIN = (bool, int, str, bytes, type(None), type(...))


def literal(value: object) -> str | None:
    """An expression that gives `value`, None where no literal does (a NaN, an unknown part)."""
    if isinstance(value, int) and value.bit_length() > _MOST_BITS:
        return None
    if isinstance(value, _PLAIN):
        return "..." if value is ... else repr(value)
    if isinstance(value, float):
        return repr(value) if math.isfinite(value) else None
    if isinstance(value, complex):
        finite = math.isfinite(value.real) and math.isfinite(value.imag)
        return repr(value) if finite else None
    if isinstance(value, slice):
        bounds = (value.start, value.stop, value.step)
        return _call("slice", bounds if value.step is not None else bounds[:2])
    if isinstance(value, range):
        return _range(value)
    if isinstance(value, list):
        return _display("[", value, "]")
    if isinstance(value, tuple):
        return _display("(", value, ",)" if len(value) == 1 else ")")
    if isinstance(value, dict):
        keys, values = _all(value), _all(value.values())
        if keys is None or values is None:
            return None
        return "{" + ", ".join(f"{k}: {v}" for k, v in zip(keys, values, strict=True)) + "}"
    return None


def _range(value: range) -> str:
    if value.step != 1:
        return repr(value)
    return f"range({value.start}, {value.stop})" if value.start else f"range({value.stop})"


def _call(name: str, arguments: tuple[object, ...]) -> str | None:
    inside = _all(arguments)
    return None if inside is None else f"{name}({', '.join(inside)})"


def _display(opening: str, values: list[object] | tuple[object, ...], closing: str) -> str | None:
    inside = _all(values)
    return None if inside is None else opening + ", ".join(inside) + closing


def _all(values: object) -> list[str] | None:
    texts = [literal(value) for value in values]  # type: ignore[attr-defined]
    return None if None in texts else texts  # type: ignore[return-value]
