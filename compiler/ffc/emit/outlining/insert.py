"""Puts the functions into `main()`, above the paragraph that calls the first of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .line import OURS, Line
from .outline import Outlined

_CONTINUES = re.compile(r"(else|elif|except|finally|case)\b")


def with_functions(found: Outlined) -> tuple[Line, ...]:
    """The lines of `main()` with the functions that they call."""
    if not found.functions:
        return found.lines
    calls = re.compile(rf"\b({'|'.join(found.functions)})\(")
    first = next(i for i, line in enumerate(found.lines) if calls.search(line.text))
    place = _paragraph(found.lines, first)
    blank = Line("", call=OURS)
    made = [one for code in found.functions.values() for one in (Line(code, call=OURS), blank)]
    return (*found.lines[:place], *made, *found.lines[place:])


def _paragraph(lines: Sequence[Line], index: int) -> int:
    """Where the paragraph begins that a line stands in, outside of all blocks."""
    head = index
    while head and not _is_outside(lines[head]):
        head -= 1
    start = head
    while start and lines[start - 1].text:
        start -= 1
    return start if _is_outside(lines[start]) else head


def _is_outside(line: Line) -> bool:
    return bool(line.text) and line.depth == 0 and not _CONTINUES.match(line.text)
