"""Where things stand: lines of the app, and the loops around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass

from ..ir import BlockKind, Enter, Program, Turn
from ..ir.block import Path
from ..source import Region, Span
from .codes import Codes
from .model import Loop, LoopKind, Pass, Place

_KINDS = {BlockKind.LOOP: LoopKind.LOOP, BlockKind.BRANCH: LoopKind.BRANCH}


def anchor(span: Span) -> Hashable:
    """The same for what was made by the same piece of the app."""
    return span.anchor if isinstance(span.anchor, Region) else id(span.anchor)


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
    keys: dict[Hashable, int] = {}
    of: dict[int, int] = {}
    found: list[Loop] = []
    there: Counter[Hashable] = Counter()
    for index, statement in enumerate(program.statements):
        if not isinstance(statement, Enter):
            continue
        block = program.blocks[statement.block]
        if block.kind not in _KINDS:
            continue
        around = [turn for turn in program.paths[index] if turn.block in of]
        parent = of[around[-1].block] if around else None
        within = (tuple(around), anchor(block.span))
        key = (parent, anchor(block.span), there[within])
        there[within] += 1
        turns = block.turns
        if key not in keys:
            keys[key] = len(found)
            passes = None if turns is None else (turns, turns)
            kind, header = _KINDS[block.kind], codes.text(block.header)
            found.append(Loop(len(found), kind, header, passes, parent, place(block.span)))
        loop = found[keys[key]]
        if turns is not None and loop.passes is not None:
            low, high = loop.passes
            passes = (min(low, turns), max(high, turns))
            found[loop.id] = Loop(loop.id, loop.kind, loop.header, passes, parent, loop.place)
        of[block.id] = keys[key]
    return Loops(tuple(found), of)


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
