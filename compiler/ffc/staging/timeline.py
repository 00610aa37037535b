"""The statements that staging has found so far, in the blocks around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ..ir import (
    Block,
    BlockKind,
    Effect,
    Enter,
    Fragment,
    Path,
    Plain,
    Run,
    Statement,
    Symbol,
    Turn,
)
from ..source import Span
from .attempt import Impure
from .layout import Layout
from .trail import Trail


@dataclass
class Timeline:
    """Grows at its end, inside of the loops and branches that are being staged."""

    trail: Trail
    statements: list[Statement] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    path: Path = ()
    blocks: list[Block] = field(default_factory=list)
    passes: dict[Turn, tuple[tuple[Symbol, Fragment], ...]] = field(default_factory=dict)
    layout: Layout = field(default_factory=Layout)
    call: int | None = None

    def real(self) -> None:
        """What is merely tried makes no nodes."""
        if self.trail.attempts:
            raise Impure

    def does_something(self, start: int) -> bool:
        """Whether one of the statements since `start` does more than to bind its names."""
        return any(
            isinstance(one, Run) or (isinstance(one, Plain) and one.effect is not Effect.NONE)
            for one in self.statements[start:]
        )

    def add(self, statement: Statement) -> None:
        """Records a statement in the turn of the blocks that is being staged."""
        self.real()
        self.statements.append(statement)
        self.paths.append(self.path)

    def enter(self, span: Span, site: int, uses: tuple[Symbol, ...], in_place: bool = False) -> int:
        """A loop begins that is worked out pass by pass; gives its number."""
        layout = self.layout
        block = Block(
            id=len(self.blocks),
            kind=BlockKind.LOOP,
            site=site,
            header=Fragment(()),
            binds=(),
            span=span,
            turns=0,
            comments=layout.comments,
            gap=layout.gap,
            in_place=in_place,
            call=self.call,
        )
        self.blocks.append(block)
        if not self.trail.attempts:
            self.add(Enter(block.id, uses, Effect.NONE))
        self.path = (*self.path, Turn(block.id, 0))
        return block.id

    def head(self, header: Fragment, bound: Mapping[Symbol, Fragment]) -> None:
        """Says what the first line of the innermost loop is, and what it binds in this pass."""
        turn = self.path[-1]
        block = self.blocks[turn.block]
        if turn.number == 0:
            self.blocks[turn.block] = replace(block, header=header, binds=tuple(bound))
        self.passes[turn] = tuple(bound.items())

    def turn(self, number: int) -> None:
        """The next pass of the innermost loop begins."""
        self.path = (*self.path[:-1], Turn(self.path[-1].block, number))

    def leave(self, early: bool = False) -> None:
        """The innermost loop ends, `early` if what comes in its header would have gone on."""
        last, block = self.path[-1], self.blocks[self.path[-1].block]
        self.blocks[last.block] = replace(block, turns=last.number + 1, ends_early=early)
        self.path = self.path[:-1]

    def outside(self) -> int:
        """Where a statement stands that is outside of all blocks around."""
        block = self.path[0].block if self.path else -1
        while block >= 0 and (before := self.blocks[block].follows) is not None:
            block = before
        entries = enumerate(self.statements)
        found = (i for i, s in entries if isinstance(s, Enter) and s.block == block)
        return next(found, len(self.statements))

    def take(self, start: int, count: int) -> tuple[list[Statement], list[Path]]:
        """Takes `count` statements out, from `start` on."""
        part = slice(start, start + count)
        taken = self.statements[part], self.paths[part]
        del self.statements[part], self.paths[part]
        return taken

    def put(self, start: int, statements: list[Statement], paths: list[Path]) -> None:
        """Puts statements in before the one at `start`."""
        self.statements[start:start] = statements
        self.paths[start:start] = paths

    @property
    def decides(self) -> bool:
        """Whether the driver decides on the innermost loop around."""
        loops = [t.block for t in self.path if self.blocks[t.block].kind is BlockKind.LOOP]
        return bool(loops) and self.blocks[loops[-1]].turns is None

    @property
    def is_kept(self) -> bool:
        """Whether the driver decides on a block around."""
        return any(self.blocks[turn.block].turns is None for turn in self.path)

    @property
    def repeats(self) -> bool:
        """Whether this is not the first pass of all loops around."""
        return any(turn.number for turn in self.path)

    def take_layout(self) -> Layout:
        """The layout of the statement at hand, for the first thing that it becomes."""
        taken, self.layout = self.layout, Layout()
        return taken

    def between_path(self, path: Path) -> BlockKind | None:
        """A block around that the driver may leave out or repeat, and that is not in the path."""
        outside = {turn.block for turn in path}
        blocks = (self.blocks[turn.block] for turn in self.path if turn.block not in outside)
        kinds = (one.kind for one in blocks if one.turns is None)
        return next((kind for kind in kinds if kind is not BlockKind.ONCE), None)
