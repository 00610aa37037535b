"""Python's rules for arguments, on what is known of a function."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .definition import Parameter


@dataclass(frozen=True)
class Bound:
    """Parameter → index of its argument, and what does not fit, or nothing.

    `culprit` is the index of the argument that does not fit, None where one is missing.
    """

    values: Mapping[str, int]
    problem: str = ""
    culprit: int | None = None


def bind(parameters: Sequence[Parameter], keywords: Sequence[str | None]) -> Bound:
    """Gives each argument to its parameter; `keywords` has None for one given by position."""
    by_position = [p.name for p in parameters if p.kind in ("", "/")]
    by_keyword = {p.name for p in parameters if p.kind in ("", "*")}
    takes_more = any(p.kind == "*args" for p in parameters)
    takes_any = any(p.kind == "**kwargs" for p in parameters)
    values: dict[str, int] = {}
    count = sum(keyword is None for keyword in keywords)
    if count > len(by_position) and not takes_more:
        first = [i for i, keyword in enumerate(keywords) if keyword is None][len(by_position)]
        return Bound(values, _too_many(len(by_position), count), first)
    position = 0
    for index, keyword in enumerate(keywords):
        if keyword is None:
            if position < len(by_position):
                values[by_position[position]] = index
            position += 1
        elif keyword in values and keyword in by_keyword:
            return Bound(values, f"`{keyword}` is given twice", index)
        elif keyword in by_keyword:
            values[keyword] = index
        elif not takes_any:
            return Bound(values, f"it has no argument `{keyword}`", index)
    missing = [
        p.name for p in parameters if p.required and p.name not in values and len(p.kind) < 2
    ]
    if missing:
        return Bound(values, f"`{missing[0]}` is missing")
    return Bound(values)


def _too_many(taken: int, given: int) -> str:
    plural = "" if taken == 1 else "s"
    return f"it takes {taken} positional argument{plural}, {given} are given"
