"""A line of source with carets under a region of it."""

from __future__ import annotations

from ...source import Region, SourceFile
from .cells import Cell, cells, plain

_LONGEST = 100  # columns of source on one line
_BEFORE = 30  # of them before the caret, when a line is cut
_CUT = Cell("…", 1)


def snippet(
    source: SourceFile, region: Region, label: str, gutter: int, caret: str = "^"
) -> list[str]:
    """The first line of `region` and the carets below it; nothing past the end of the file.

    `gutter` is the width of the column of line numbers.
    """
    if not source.text or not 0 < region.line <= source.text.count("\n") + 1:
        return []
    line = source.line(region.line)
    start, end = _bounds(region, line)
    shown, start, end = _cut(cells(line), start, end)
    indent = " " * _width(shown[:start])
    carets = caret * max(1, _width(shown[start:end]))
    return [
        f"{'':{gutter}} |",
        f"{region.line:>{gutter}} | {''.join(cell.shown for cell in shown)}".rstrip(),
        f"{'':{gutter}} | {indent}{carets} {plain(label)}".rstrip(),
    ]


def _bounds(region: Region, line: str) -> tuple[int, int]:
    """Where the carets start and end in `line`, counted from 0, whatever the region says."""
    start = min(max(region.column - 1, 0), len(line))
    if region.end_line > region.line:
        return start, max(start, len(line.rstrip()))
    return start, min(max(region.end_column - 1, start), len(line))


def _cut(line: list[Cell], start: int, end: int) -> tuple[list[Cell], int, int]:
    """The part of a long line around `start`, and where start and end are in it."""
    if _width(line) <= _LONGEST:
        return line, start, end
    first = _back(line, start, _BEFORE)
    last = first
    room = _LONGEST
    while last < len(line) and line[last].width <= room:
        room -= line[last].width
        last += 1
    head = [_CUT] if first > 0 else []
    tail = [_CUT] if last < len(line) else []
    moved = len(head) - first
    return [*head, *line[first:last], *tail], start + moved, min(end, last) + moved


def _back(line: list[Cell], index: int, columns: int) -> int:
    """The index that lies at most `columns` before `index`."""
    while index > 0 and line[index - 1].width <= columns:
        index -= 1
        columns -= line[index].width
    return index


def _width(line: list[Cell]) -> int:
    return sum(cell.width for cell in line)
