"""Names of files, as they can be shown: on Linux they may hold anything, line ends too."""

from __future__ import annotations

import shlex


def printable(name: str) -> str:
    """`name` on one line; what cannot be printed is written as in a string of Python's."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in name)


def word(name: str) -> str:
    """`name` as an argument on a command line."""
    return shlex.quote(printable(f"./{name}" if name.startswith("-") else name))
