"""The lines of an events file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

VERSION: Final = 1


class Unreadable(Exception):
    """A file that holds no events this version of ffc can read; the message says why."""


@dataclass(frozen=True)
class Events:
    """The events of a file in their order, and the numbers of lines that are none."""

    events: tuple[dict[str, Any], ...]
    damaged: tuple[int, ...]


def events_of(path: Path) -> Events:
    """Reads the events in `path`; the first one is that of the run.

    A last line that is cut short is no damage: the driver was killed, or is still writing. Raises
    `Unreadable`, and `OSError` where there is no file to read.
    """
    lines = path.read_bytes().decode("utf-8-sig", "replace").split("\n")
    events, damaged = [], []
    for number, line in enumerate(lines, 1):
        event = _event(line)
        if event is not None:
            events.append(event)
        elif line.strip() and number < len(lines):
            damaged.append(number)
    _check(events, lines)
    return Events(tuple(events), tuple(damaged))


def _event(line: str) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and isinstance(value.get("event"), str) else None


def _check(events: list[dict[str, Any]], lines: list[str]) -> None:
    if not any(map(str.strip, lines)):
        raise Unreadable("is empty: its driver has written nothing yet")
    if not events or events[0]["event"] != "run" or _event(lines[0]) is None:
        raise Unreadable("does not begin as a file of events does; drivers write one with --events")
    version = events[0].get("version")
    if version is True or version != VERSION:
        raise Unreadable(
            f"is of version {json.dumps(version)[:20]} of the events format,"
            f" and this ffc reads version {VERSION}"
        )
