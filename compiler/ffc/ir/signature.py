"""Python's rules for arguments, on what is known of a function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .definition import Parameter


@dataclass(frozen=True)
class Bound:
    """Parameter → index of its argument, and what does not fit, or nothing."""

    values: Mapping[str, int]
    problem: str = ""


def bind(parameters: Sequence[Parameter], keywords: Sequence[str | None]) -> Bound:
    """Gives each argument to its parameter; `keywords` has None for one given by position."""
    by_position = [p.name for p in parameters if p.kind in ("", "/")]
    by_keyword = {p.name for p in parameters if p.kind in ("", "*")}
    takes_more = any(p.kind == "*args" for p in parameters)
    takes_any = any(p.kind == "**kwargs" for p in parameters)
    values: dict[str, int] = {}
    count = sum(keyword is None for keyword in keywords)
    if count > len(by_position) and not takes_more:
        return Bound(values, f"it takes {len(by_position)} positional arguments, {count} are given")
    position = 0
    for index, keyword in enumerate(keywords):
        if keyword is None:
            if position < len(by_position):
                values[by_position[position]] = index
            position += 1
        elif keyword in values:
            return Bound(values, f"`{keyword}` is given twice")
        elif keyword in by_keyword:
            values[keyword] = index
        elif not takes_any:
            return Bound(values, f"it has no argument `{keyword}`")
    missing = [
        p.name for p in parameters if p.required and p.name not in values and len(p.kind) < 2
    ]
    if missing:
        return Bound(values, f"`{missing[0]}` is missing")
    return Bound(values)
