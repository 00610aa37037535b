"""Files that a pattern matches.

`**` goes into folders as `glob` does, but neither into links (which may lead in circles), nor into
environments: a walk through these would take longer than all the rest.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

_MAGIC = re.compile(r"[*?[]")
_PASSED_BY = frozenset(("__pycache__", "node_modules"))


def is_glob(pattern: str) -> bool:
    """Whether it may match several files."""
    return _MAGIC.search(pattern) is not None


def matches(folder: str, pattern: str) -> Iterator[str]:
    """The paths in `folder` that `pattern` matches, sorted within each folder, perhaps twice."""
    parts = [part for part in pattern.split("/") if part not in ("", ".")]
    return _matches("/" if pattern.startswith("/") else folder, parts)


def _matches(folder: str, parts: list[str]) -> Iterator[str]:
    if not parts:
        yield folder
        return
    head, rest = parts[0], parts[1:]
    if head == "**":
        yield from _matches(folder, rest)
        for inner in _folders(folder):
            yield from _matches(inner, parts)
    elif not is_glob(head):
        path = os.path.join(folder, head)
        if os.path.lexists(path):
            yield from _matches(path, rest)
    else:
        for name in _names(folder):
            if fnmatchcase(name, head) and name.startswith(".") == head.startswith("."):
                yield from _matches(os.path.join(folder, name), rest)


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _folders(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as found:
            inner = [one for one in found if one.is_dir(follow_symlinks=False)]
    except OSError:
        return []
    return sorted(one.path for one in inner if not _is_passed_by(one))


def _is_passed_by(folder: os.DirEntry[str]) -> bool:
    if folder.name.startswith(".") or folder.name in _PASSED_BY:
        return True
    return os.path.lexists(os.path.join(folder.path, "pyvenv.cfg"))
