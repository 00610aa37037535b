"""Comments that silence warnings: `# ffc: ignore[FFC406, FFC407]`, and behind it, why.

Such a comment is for the warnings on its line. On the first or the last line of a statement it is
for all lines of the statement: a long call has room for a comment at its ends.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass

from ..source import Region, SourceFile

_COMMENT = re.compile(r"#\s*ffc:\s*ignore\b(?:\s*\[([^\]]*)\])?", re.IGNORECASE)
_NO_CODE = (tokenize.COMMENT, tokenize.NL, tokenize.INDENT, tokenize.DEDENT)


@dataclass(frozen=True)
class Ignore:
    """A comment on the lines from `first` to `last`; `codes` are what it names, with the places."""

    region: Region
    first: int
    last: int
    codes: tuple[tuple[str, Region], ...]

    def covers(self, line: int) -> bool:
        return self.first <= line <= self.last


def ignores(source: SourceFile) -> tuple[Ignore, ...]:
    """The comments of a source that Python accepts, in their order."""
    return tuple(_found(source.text)) if _COMMENT.search(source.text) else ()


def _found(text: str) -> Iterator[Ignore]:
    """A comment is given out at the end of its statement, whose lines are known only then."""
    start: int | None = None
    waiting: list[tuple[int, int, str]] = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        line, column = token.start
        if token.type == tokenize.COMMENT:
            waiting.append((line, column, token.string))
        elif start is None and token.type not in _NO_CODE:
            start = line
        is_blank = token.type == tokenize.NL and start is None
        if is_blank or token.type in (tokenize.NEWLINE, tokenize.ENDMARKER):
            for comment in waiting:
                yield from _ignores(*comment, start or line, line)
            waiting.clear()
            start = None


def _ignores(line: int, column: int, comment: str, start: int, end: int) -> Iterator[Ignore]:
    for match in _COMMENT.finditer(comment):
        first, last = (start, end) if line in (start, end) else (line, line)
        region = Region(line, column + match.start() + 1, line, column + match.end() + 1)
        codes = []
        for word in re.finditer(r"[^\s,]+", match[1] or ""):
            begin = column + match.start(1) + word.start() + 1
            codes.append((word[0], Region(line, begin, line, begin + len(word[0]))))
        yield Ignore(region, first, last, tuple(codes))
