"""Compound statements of the app around wiring: loops, conditions, `with`, `try`.

A block is one part of a compound statement: a loop, one branch of an `if`, a `with`, the body or a
handler of a `try`. The statements inside know it by their path.

    for kind in kinds:          block 0, a loop
        a = load(kind)          path ((0, 0),) in its first pass, ((0, 1),) in its second
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from ..source import Span
from .fragment import Fragment
from .node import NO_COMMENTS, Comments
from .symbol import Symbol


class BlockKind(enum.Enum):
    LOOP = "a loop, whose statements run any number of times"
    BRANCH = "a branch, whose statements may run"
    ONCE = "`with`, `finally`: its statements run once"


@dataclass(frozen=True)
class Turn:
    """One pass of a block; a block that the driver decides has one, numbered 0."""

    block: int
    number: int


Path = tuple[Turn, ...]


@dataclass(frozen=True)
class Block:
    """A block: its `header` as code, without the colon, and the symbols that the header binds.

    `site` tells the place in the app: two runs through one loop are two blocks of one site. A block
    with `turns` was worked out pass by pass, None is for one that the driver decides. It may
    continue another, which it `follows`, as `else` does `if`. What stands behind a `with` that
    `goes_through` comes next only if all in it was done: no exception ends there. A loop `in_place`
    is that of a comprehension, whose variables nothing outside can name. One that was worked out
    `ends_early` where `break`, `return` or an exception came before its header had nothing left;
    one that was `rolled` then has two passes at least. It stands in `call`, if a function of the
    app makes nodes in it.
    """

    id: int
    kind: BlockKind
    site: int
    header: Fragment
    binds: tuple[Symbol, ...]
    span: Span
    turns: int | None = None
    follows: int | None = None
    comments: Comments = NO_COMMENTS
    gap: bool = False
    goes_through: bool = False
    in_place: bool = False
    ends_early: bool = False
    rolled: bool = False
    call: int | None = None

    @property
    def word(self) -> str:
        """The first word of its header."""
        first = self.header.parts[0] if self.header.parts else ""
        return first.partition(" ")[0] if isinstance(first, str) else ""

    @property
    def is_if(self) -> bool:
        """Whether it is the first part of an `if`, of whose parts one is done."""
        return self.word == "if"
