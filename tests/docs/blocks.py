"""The code blocks of a page, and what the page says about them.

Every block between fences is one of these:

- with `title="NAME"`: a file, written as it is; of the language `diff`, a change of that file;
- `console`: commands behind `$ `, each with what it prints below it, where `...` is anything;
- `python` without a title: a script, which has to come to its end.

A comment right above a block says otherwise:

- `<!-- part of NAME -->`: the block stands in that file, which is there by then;
- `<!-- exit 1 -->`: the last command of the block ends with that code, not with 0;
- `<!-- tested in NAME -->`: a test of its own, in `tests/docs`, looks at it;
- `<!-- illustration: WHY -->`: nothing is done with it.

`<!-- setup`, then lines of commands, then `-->`: these are run, and not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

DOCS: Final = Path(__file__).parents[2] / "docs"
_PIECE: Final = re.compile(
    r"^<!-- setup\n(?P<setup>.*?)^-->$"
    r"|(?:^<!-- (?P<word>part of|exit|tested in|illustration:) (?P<value>[^\n]+?) -->\n)?"
    r"^```(?P<language>\w+)(?: title=\"(?P<title>[^\"\n]+)\")?\n(?P<text>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)


@dataclass(frozen=True)
class Block:
    """A block of a page, which begins at `line`; `word` and `value` are those of its comment."""

    line: int
    language: str
    title: str
    text: str
    word: str = ""
    value: str = ""


def blocks_of(page: str) -> Iterator[Block]:
    """The blocks of a page in their order; setups have the language `setup`."""
    for found in _PIECE.finditer(page):
        line = page.count("\n", 0, found.start()) + 1
        if found["setup"] is not None:
            yield Block(line, "setup", "", found["setup"])
            continue
        words = (found["title"], found["text"], found["word"], found["value"])
        yield Block(line, found["language"], *(word or "" for word in words))


def others_of(page: str) -> list[str]:
    """Lines that a reader sees as code and that are in no block: indented ones, odd fences."""
    rest = _PIECE.sub("", page)
    in_list, found = False, []
    for line in rest.splitlines():
        if line[:1].strip():
            in_list = bool(re.match(r"[-*] |\d+\. ", line))
        if line.lstrip().startswith("```") or (line.startswith("    ") and not in_list):
            found.append(line)
    return found
