"""Numbers for the loops of an app: the blocks that a line comes to in several passes are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator

from ..ir import Block, BlockKind, Enter, Program
from ..source import Region, Span


def anchor(span: Span) -> Hashable:
    """The same for what was made by the same piece of the app."""
    return span.anchor if isinstance(span.anchor, Region) else id(span.anchor)


def numbered(program: Program) -> Iterator[tuple[Block, int, int | None]]:
    """Each block that is a loop or branch, with the numbers of its loop and of the one around."""
    keys: dict[Hashable, int] = {}
    of: dict[int, int] = {}
    there: Counter[Hashable] = Counter()
    for index, statement in enumerate(program.statements):
        if not isinstance(statement, Enter):
            continue
        block = program.blocks[statement.block]
        if block.kind not in (BlockKind.LOOP, BlockKind.BRANCH):
            continue
        around = [turn for turn in program.paths[index] if turn.block in of]
        parent = of[around[-1].block] if around else None
        within = (tuple(around), anchor(block.span))
        key = (parent, anchor(block.span), there[within])
        there[within] += 1
        of[block.id] = keys.setdefault(key, len(keys))
        yield block, of[block.id], parent


def within(path: list[int], around: list[int]) -> list[int]:
    """The loops around a node that are in those around its run, if it is made in these."""
    return path[len(around) :] if path[: len(around)] == around else path
