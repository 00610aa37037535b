"""Tracebacks without the frames of Ray and of what the driver puts around the app."""

from __future__ import annotations

import ast
import linecache
import re

# The main function, behind which all is ffc's, and what is before it, but ffc's, too.
OWN = ("main",)
FOUND: dict[str, frozenset[int]] = {}  # the lines of the driver, once they were wanted
RAY = re.compile(r'  File ".*[/\\]ray[/\\]')
FRAME = re.compile(r'  File "(.*)", line (\d+), in ')


def is_around(frame: str) -> bool:
    """Whether a line of a traceback shows a frame of the driver that is ffc's."""
    found = FRAME.match(frame)
    return found is not None and int(found[2]) in lines_around(found[1])


def lines_around(file: str) -> frozenset[int]:
    """The lines of a file that are ffc's: none if that is not the driver."""
    if file != lines_around.__code__.co_filename:
        return frozenset()
    if file not in FOUND:
        FOUND[file] = lines_of(OWN, linecache.getlines(file))
    return FOUND[file]


def lines_of(names: tuple[str, ...], lines: list[str]) -> frozenset[int]:
    """Those of the definitions with these names; from that of the first on, all."""
    found: set[int] = set()
    for one in ast.parse("".join(lines)).body:
        if isinstance(one, (ast.FunctionDef, ast.ClassDef)) and one.name in names:
            last = one.end_lineno if one.name in names[1:] else None
            found.update(range(one.lineno, 1 + (last or len(lines))))
    return frozenset(found)
