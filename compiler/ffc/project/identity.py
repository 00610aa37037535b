"""Who compiles: two compilers with one identity make the same of the same app.

That is ffc's own files, by size and time (in an editable checkout the code changes and the version
does not), the packages that ffc writes drivers with, and Python, whose parser has the last word.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from ..seen import digest

_PACKAGES = re.compile(
    r"(black|jinja2|libcst|markupsafe|stdlibs)-.*\.(dist|egg)-info", re.IGNORECASE
)


@cache
def identity() -> str:
    """Different for compilers that might differ; worked out once in a process."""
    parts = [sys.version]
    for folder in _folders():
        parts += _files(folder)
    for folder in sys.path:
        parts += sorted(name for name in _names(folder) if _PACKAGES.fullmatch(name))
    return digest("\n".join(parts).encode("utf-8", "surrogateescape"))


def _folders() -> list[str]:
    """Where ffc lies; in an editable checkout, its parts have folders of their own."""
    found: list[str] = []
    for name in ("ffc", "ffc.runtime", "ffc.templates"):
        for folder in import_module(name).__path__:
            if not any(folder.startswith(f"{other}{os.sep}") for other in found):
                found.append(folder)
    return found


def _files(folder: str) -> Iterator[str]:
    """Each file in a folder and below, with what changes when it is written."""
    with os.scandir(folder) as found:
        inside = sorted(found, key=lambda one: one.name)
    for one in inside:
        if one.is_dir():
            if one.name != "__pycache__":
                yield from _files(one.path)
        else:
            facts = one.stat()
            yield f"{one.path} {facts.st_size} {facts.st_mtime_ns}"


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder or ".")
    except OSError:
        return []
