"""The differences of two texts, as git shows them."""

from __future__ import annotations

import difflib

_NO_END = "\\ No newline at end of file\n"
_WHAT = {"+": "more", "-": "less", "@": "word"}


def unified(path: str, old: str | None, new: str) -> list[tuple[str, str]]:
    """Lines, each with what it is; nothing if the texts are the same. None is a missing file."""
    if old == new:
        return []
    before = _shown("a", path) if old is not None else "/dev/null"
    found: list[tuple[str, str]] = []
    lines = difflib.unified_diff(_lines(old or ""), _lines(new), before, _shown("b", path))
    for index, line in enumerate(lines):
        what = "head" if index < 2 else _WHAT.get(line[0], "")
        if line.endswith("\n"):
            found.append((line, what))
        else:
            found += [(f"{line}\n", what), (_NO_END, "")]
    return found


def _lines(text: str) -> list[str]:
    """The lines as git sees them: nothing but a line feed ends one."""
    lines = [f"{line}\n" for line in text.split("\n")]
    last = lines.pop()[:-1]
    return [*lines, last] if last else lines


def _shown(side: str, path: str) -> str:
    """`a/app_driver.py`, in quotes if a path has characters that mean something to git."""
    name = f"{side}/{path.lstrip('/')}"
    if all(c.isprintable() and c not in '"\\' and ord(c) < 128 for c in name):
        return name if " " not in name else f"{name}\t"
    return f'"{"".join(map(_escaped, name.encode("utf-8", "surrogateescape")))}"'


def _escaped(byte: int) -> str:
    if byte in b'"\\':
        return f"\\{chr(byte)}"
    return chr(byte) if 32 <= byte < 127 else f"\\{byte:03o}"
