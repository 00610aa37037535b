"""Other forms of a source, which mean the same."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Callable, Mapping
from typing import Final

import black


def _formatted(source: str) -> str:
    return black.format_str(source, mode=black.Mode())


def _spaced(source: str) -> str:
    """Blanks at the ends of lines, two blank lines for one and some at the end, and all CRLF."""
    kept = _rows_in_strings(source)
    lines = []
    for row, line in enumerate(source.splitlines(), start=1):
        if row in kept or line.endswith("\\"):
            lines.append(line)
        else:
            lines += [f"{line}  "] if line.strip() else [line, " "]
    return "\r\n".join([*lines, "", " ", ""])


def _rows_in_strings(source: str) -> set[int]:
    """The lines whose end is inside a string."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {row for token in tokens for row in range(token.start[0], token.end[0])}


VARIANTS: Final[Mapping[str, Callable[[str], str]]] = {
    "formatted": _formatted,
    "spaced": _spaced,
}
