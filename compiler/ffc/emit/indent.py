"""Indents code without touching what its strings hold."""

from __future__ import annotations

import io
import tokenize

_INSIDE = {tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}


def indented(code: str, by: str = "    ") -> str:
    """The statements of `code`, one level deeper."""
    lines = code.rstrip("\n").split("\n")
    fixed = _inside_strings(code)
    shifted = (
        line if number in fixed or not line.strip() else by + line
        for number, line in enumerate(lines, start=1)
    )
    return "\n".join(shifted)


def _inside_strings(code: str) -> set[int]:
    """The lines that begin inside a string."""
    if '"""' not in code and "'''" not in code and "\\\n" not in code:
        return set()
    found: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(code.rstrip("\n") + "\n").readline):
        if token.type in _INSIDE:
            found.update(range(token.start[0] + 1, token.end[0] + 1))
    return found
