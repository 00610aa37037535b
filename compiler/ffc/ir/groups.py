"""Which statements of a program belong to the same compound statement that stays."""

from __future__ import annotations

from functools import cached_property

from .program import Program
from .statement import Create, Effect, Enter, Plain


class Groups:
    """The outermost compound statements that stay: an `if` with its `else` is one group."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def root(self, block: int) -> int:
        """The block that a block continues at last."""
        follows = self._program.blocks[block].follows
        while follows is not None:
            block, follows = follows, self._program.blocks[follows].follows
        return block

    def of(self, index: int) -> int | None:
        """The group that a statement belongs to: the number of its first block."""
        within = self._program.within[index]
        if within:
            return self.root(within[0])
        statement = self._program.statements[index]
        return self.root(statement.block) if isinstance(statement, Enter) else None

    @cached_property
    def extents(self) -> dict[int, tuple[int, int]]:
        """The first and the last statement of each group."""
        found: dict[int, tuple[int, int]] = {}
        for index in range(len(self._program.statements)):
            group = self.of(index)
            if group is not None:
                found[group] = (found.get(group, (index, index))[0], index)
        return found

    def end(self, index: int) -> int:
        """The last statement of the group that a statement belongs to, or the statement itself."""
        group = self.of(index)
        return index if group is None else self.extents[group][1]

    def past(self, index: int, home: tuple[int, ...]) -> int:
        """The last statement of the block around a statement that stands in the blocks `home`.

        It is the statement itself, if there is no such block.
        """
        around = self._program.within[index]
        depth = shared(around, home)
        if len(around) <= depth:
            return index
        root = self.root(around[depth])
        while index + 1 < len(self._program.statements):
            block = self._block_at(index + 1, depth)
            if block is None or self.root(block) != root:
                break
            index += 1
        return index

    def _block_at(self, index: int, depth: int) -> int | None:
        """The block at that depth in which a statement stands, or which it begins."""
        around, statement = self._program.within[index], self._program.statements[index]
        if len(around) > depth:
            return around[depth]
        begins = isinstance(statement, Enter) and len(around) == depth
        return statement.block if begins and isinstance(statement, Enter) else None

    @cached_property
    def created(self) -> dict[int, int]:
        """Where each node is made."""
        statements = enumerate(self._program.statements)
        return {s.node: index for index, s in statements if isinstance(s, Create)}

    @cached_property
    def enters(self) -> dict[int, int]:
        """Where each block begins."""
        statements = enumerate(self._program.statements)
        return {s.block: index for index, s in statements if isinstance(s, Enter)}

    @cached_property
    def barriers(self) -> list[int]:
        """The statements that may change what tasks read, or read what tasks change."""
        return [i for i, s in enumerate(self._program.statements) if _is_barrier(s)]


def shared(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """How many blocks both are in."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def _is_barrier(statement: object) -> bool:
    return isinstance(statement, (Plain, Enter)) and statement.effect is Effect.ANY
