"""Lines of `main()` before they are indented, with the call of a function that each comes from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..indent import indented

OURS: Final = -1  # the call of lines that come from nothing in the app


@dataclass(frozen=True)
class Line:
    """A statement, or the head of a block, `depth` blocks deep; an empty text is a blank line.

    It comes from `call`, None for the app's own top level; of a line that a pass made, that is
    `made`, it is not known.
    """

    text: str
    depth: int = 0
    call: int | None = None
    made: bool = False


def code_of(lines: Iterable[Line], depth: int = 0) -> str:
    """The lines as code of which the first `depth` blocks are not written."""
    return "".join(f"{deeper(line, depth)}\n" for line in lines)


def deeper(line: Line, less: int = 0) -> str:
    """The text of a line, indented by its blocks."""
    text = line.text
    for _ in range(line.depth - less):
        text = indented(text)
    return text
