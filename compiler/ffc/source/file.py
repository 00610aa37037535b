"""The text of one source file, as the compiler sees it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SourceFile:
    """Python source, decoded, with LF line ends and without a byte order mark.

    `name` is what messages call it (the path as the user wrote it, or `<stdin>`); `path` is
    where it was read, None for standard input.
    """

    name: str
    path: Path | None
    text: str

    def line(self, number: int) -> str:
        """The text of line `number`, counted from 1; empty past the end."""
        lines = self.text.split("\n")
        return lines[number - 1] if 0 < number <= len(lines) else ""
