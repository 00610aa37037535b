"""Phrases that several of these diagnostics use."""

from __future__ import annotations

from collections.abc import Iterable


def listed(names: Iterable[str], word: str = "and") -> str:
    """Names in backquotes: `a`, `b` and `c`."""
    *most, last = [f"`{name}`" for name in names]
    return f"{', '.join(most)} {word} {last}" if most else last


def did_you_mean(nearest: str | None, names: Iterable[str], takes: str) -> str:
    """The nearest name, or else all that are there."""
    return f"did you mean `{nearest}`?" if nearest else f"{takes} {listed(names)}"
