"""Where things stand: lines of the app, and the loops around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, replace

from ..ir import BlockKind, Program, Turn
from ..ir.block import Path
from ..source import Span
from .codes import Codes
from .model import Loop, LoopKind, Pass, Place
from .numbered import anchor, numbered

_KINDS = {BlockKind.LOOP: LoopKind.LOOP, BlockKind.BRANCH: LoopKind.BRANCH}


def place(span: Span) -> Place:
    return Place(span.source.name, span.region.line)


@dataclass(frozen=True)
class Loops:
    """All loops and branches; `of` says which of them each block of the program is a run of."""

    found: tuple[Loop, ...]
    of: dict[int, int]

    def path(self, path: Path) -> tuple[Pass, ...]:
        """The passes of loops in which a statement stands."""
        return tuple(Pass(self.of[t.block], t.number) for t in path if t.block in self.of)


def loops(program: Program, codes: Codes) -> Loops:
    """The blocks of the app, those of one line in several passes of a loop around it as one."""
    of: dict[int, int] = {}
    found: list[Loop] = []
    for block, number, parent in numbered(program):
        of[block.id] = number
        if number < len(found):
            loop = found[number]
            found[number] = replace(loop, passes=_joined(loop.passes, block.turns))
            continue
        passes = None if block.turns is None else (block.turns, block.turns)
        kind, header = _KINDS[block.kind], codes.text(block.header)
        found.append(Loop(number, kind, header, passes, parent, place(block.span)))
    return Loops(tuple(found), of)


def _joined(passes: tuple[int, int] | None, turns: int | None) -> tuple[int, int] | None:
    """How often a loop runs that also runs `turns` times."""
    if passes is None or turns is None:
        return None
    return min(passes[0], turns), max(passes[1], turns)


class Sites:
    """Numbers for lines of the app: what different passes of loops make by one line has one."""

    def __init__(self, loops: Loops) -> None:
        self._loops = loops
        self._numbers: dict[Hashable, int] = {}
        self._there: Counter[Hashable] = Counter()

    def number(self, path: tuple[Turn, ...], span: Span) -> int:
        """That of what a statement in these passes makes; it is asked once for each."""
        around = tuple(turn for turn in path if turn.block in self._loops.of)
        within = (around, anchor(span))
        loops = tuple(self._loops.of[turn.block] for turn in around)
        key = (loops, anchor(span), self._there[within])
        self._there[within] += 1
        return self._numbers.setdefault(key, len(self._numbers))
