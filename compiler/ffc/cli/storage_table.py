"""Stored results as a table, or as JSON."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone

from ..diagnostics.render.cells import cells
from .printable import printable, word
from .storage_entries import Entry, Leftover

_HEAD = ("workflow", "node", "size", "age", "state")
_UNITS = ((86_400, "d"), (3_600, "h"), (60, "min"), (1, "s"))


def table(entries: Sequence[Entry]) -> str:
    """A line for each result, under a head."""
    rows = [_HEAD, *map(_row, entries)]
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _row(entry: Entry) -> tuple[str, ...]:
    state = f"{entry.state}: {entry.reason}" if entry.reason else entry.state
    names = printable(entry.workflow), printable(entry.node)
    return (*names, size(entry.size), age(entry.changed), printable(state))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    padded = []
    for place, (text, width) in enumerate(zip(row, widths, strict=True)):
        space = " " * (width - _width(text))
        padded.append(space + text if place in (2, 3) else text + space)  # sizes and ages
    return "  ".join(padded).rstrip()


def _width(text: str) -> int:
    return sum(cell.width for cell in cells(text))


def as_json(entries: Iterable[Entry], leftovers: Sequence[Leftover]) -> str:
    """The same for programs."""
    results = [
        {
            "workflow": entry.workflow,
            "node": entry.node,
            "file": f"{entry.folder}/{entry.file}",
            "size": entry.size,
            "changed": moment(entry.changed),
            "state": entry.state,
            "reason": entry.reason,
        }
        for entry in entries
    ]
    beside = [
        {
            "workflow": one.workflow,
            "file": f"{one.folder}/{one.file}",
            "size": one.size,
            "changed": moment(one.changed),
            "kind": "moved aside" if one.kept else "temporary",
        }
        for one in leftovers
    ]
    return json.dumps({"results": results, "leftovers": beside}, indent=2)


def leftover_lines(place: str, leftovers: Sequence[Leftover]) -> list[str]:
    """What there is beside the results, and how to be rid of it."""
    parts = []
    left = sum(one.in_use for one in leftovers)
    for kept, what in ((False, "half written"), (True, "moved aside")):
        some = [one for one in leftovers if one.kept is kept]
        if some:
            parts.append(f"{counted(len(some), 'file')} {what}, {size(sum(o.size for o in some))}")
    if not parts:
        return []
    command = f"ffc storage rm {word(place)} --leftovers"
    stays = f" (not what was changed within the hour: {counted(left, 'file')})" if left else ""
    return [f"{'; '.join(parts)}; to remove them{stays}: {command}"]


def size(number: int) -> str:
    """A number of bytes, in short."""
    if number < 1000:
        return f"{number} B"
    amount = float(number)
    for unit in ("kB", "MB", "GB", "TB"):
        amount /= 1000
        if amount < 999.5 or unit == "TB":
            break
    return f"{amount:.1f} {unit}" if amount < 9.95 else f"{amount:.0f} {unit}"


def age(changed: float) -> str:
    """How long ago, in one unit."""
    seconds = max(0, int(time.time() - changed))
    for length, unit in _UNITS:
        if seconds >= length:
            return f"{seconds // length} {unit}"
    return "0 s"


def moment(changed: float) -> str:
    """When, in ISO's form."""
    return datetime.fromtimestamp(changed, timezone.utc).isoformat(timespec="seconds")


def counted(number: int, what: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {what}{'' if number == 1 else 's'}"
