"""The fields of an event, whatever is in them."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from typing import Any

_COLOURS = re.compile(r"\x1b\[[0-9;:?]*[ -/]*[@-~]")
# What no page may hold, or shows as something else: controls, halves of pairs, turns of direction.
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
Pairs = tuple[tuple[str, str], ...]


def cleaned(text: str) -> str:
    """`text` as a page can show it, without the colours of terminals."""
    lines = _COLOURS.sub("", text).replace("\r\n", "\n")
    return _UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", lines)


class Fields:
    """Reads the keys of an event by the type that is wanted; what is none of it is not there."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data

    def text(self, key: str) -> str:
        value = self._data.get(key)
        return cleaned(value) if isinstance(value, str) else ""

    def number(self, key: str) -> float | None:
        return _number(self._data.get(key))

    def integer(self, key: str) -> int | None:
        value = self._data.get(key)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def integers(self, key: str) -> tuple[int, ...]:
        return tuple(one for one in self._list(key) if type(one) is int)

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(cleaned(one) for one in self._list(key) if isinstance(one, str))

    def counts(self, key: str) -> tuple[tuple[str, int], ...]:
        """A mapping of names to numbers, as pairs."""
        pairs = self._mapping(key).items()
        return tuple((cleaned(name), one) for name, one in pairs if type(one) is int)

    def shown(self, key: str) -> Pairs:
        """A mapping of names to any values, as pairs of text."""
        return tuple((cleaned(name), _shown(one)) for name, one in self._mapping(key).items())

    def _list(self, key: str) -> list[Any]:
        value = self._data.get(key)
        return value if isinstance(value, list) else []

    def _mapping(self, key: str) -> dict[str, Any]:
        value = self._data.get(key)
        return value if isinstance(value, dict) else {}


def _number(value: Any) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _shown(value: Any) -> str:
    try:
        return cleaned(repr(value))
    except (RecursionError, ValueError):  # nested, or of digits, beyond all measure
        return "…"
