"""Whether one of some nodes is made whenever another is, with what that one is.

for path in paths:
    a = load(path)              `clean` and one of `fit` and `guess` are, `check` may not be
    b = clean(a)
    if quick:
        c = guess(a)
    else:
        c = fit(a)
    if path in known:
        continue
    check(a)
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from ..ir import Block, BlockKind, Plain, Program, Symbol
from ..ir.groups import Groups
from .pieces import given_by

Blocks = tuple[int, ...]


class PostDominance:
    """Asked about nodes and those that take them."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._groups = Groups(program)

    def is_met(self, node: int, takers: Sequence[int]) -> bool:
        """Whether some of the takers are made behind the node, whenever it is."""
        home = self._home(node)
        behind = [one for one in takers if self._is_behind(node, one)]
        met = {self._home(one) for one in behind}
        through = {loop for one in behind for loop in self._going_through(node, one)}
        for around in sorted(met, key=len, reverse=True):
            while around != home[: len(around)] and self._is_entered(around, met, through):
                around = around[:-1]
                met.add(around)
        return any(around == home[: len(around)] for around in met)

    def _home(self, node: int) -> Blocks:
        return self._program.within[self._groups.created[node]]

    def _is_behind(self, node: int, taker: int) -> bool:
        """Whether the taker gets the node, and not that of an earlier pass or of the last one."""
        first, last = self._groups.created[node], self._groups.created[taker]
        if first >= last or self._may_jump(node, taker):
            return False
        loops = [block for block in self._home(node) if self._is_loop(block)]
        if not loops:
            return True
        one, named = self._program.nodes[taker], self._named(taker)
        if loops[-1] in self._home(taker):
            given = (index for symbol in named for index in self._given[symbol])
            in_pass = (*(ref.node for ref in one.inputs), one.actor)
            return node in in_pass or any(first < index < last for index in given)
        filled = (index for symbol in named for index in self._changed[symbol])
        carried = node in self._program.nodes[node].taken
        return carried or any(loops[-1] in self._program.within[index] for index in filled)

    def _may_jump(self, node: int, taker: int) -> bool:
        """Whether a pass may end between the two, or a loop that only the taker is in."""
        first, last = self._groups.created[node], self._groups.created[taker]
        for block in self._home(taker):
            jumps = self._jumps[block]
            if block not in self._home(node):
                if jumps:
                    return True
            elif bisect_right(jumps, first) < bisect_right(jumps, last):
                return True
        return False

    def _named(self, node: int) -> set[Symbol]:
        """The variables that give a node what it takes, those that loops go through included."""
        arguments = self._program.nodes[node].arguments
        found = {symbol for argument in arguments for symbol in argument.value.symbols}
        for block in reversed(self._home(node)):
            if not found.isdisjoint(self._program.blocks[block].binds):
                found.update(self._program.blocks[block].header.symbols)
        return found

    def _going_through(self, node: int, taker: int) -> Iterator[int]:
        """The loops around the taker that give it the node as their variable."""
        named = self._named(taker) if node in self._program.nodes[taker].taken else set()
        for index in self._home(taker):
            block = self._program.blocks[index]
            if self._goes_through_refs(block, self._wired) and not named.isdisjoint(block.binds):
                yield index

    def _is_entered(self, around: Blocks, met: set[Blocks], through: set[int]) -> bool:
        """Whether what runs in the block around meets one of them in the innermost block."""
        block = self._program.blocks[around[-1]]
        match block.kind:
            case BlockKind.ONCE:
                return block.goes_through or block.word != "with"
            case BlockKind.LOOP:
                return block.rolled or block.id in through
        parts = self._parts[self._groups.root(block.id)]
        return "else" in (self._program.blocks[part].word for part in parts) and all(
            (*around[:-1], part) in met for part in parts
        )

    def _goes_through_refs(self, block: Block, wired: set[Symbol]) -> bool:
        return any(block.header.refs) or not wired.isdisjoint(block.header.symbols)

    def _is_loop(self, block: int) -> bool:
        return self._program.blocks[block].kind is BlockKind.LOOP

    @cached_property
    def _jumps(self) -> defaultdict[int, list[int]]:
        """The statements that may end a pass of each block around them."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for index, statement in enumerate(self._program.statements):
            if isinstance(statement, Plain) and statement.jumps:
                for block in self._program.within[index]:
                    found[block].append(index)
        return found

    @cached_property
    def _given(self) -> defaultdict[Symbol, list[int]]:
        """The statements that bind each variable, or change what it holds."""
        found: defaultdict[Symbol, list[int]] = defaultdict(list)
        for index, statement in enumerate(self._program.statements):
            for symbol in given_by(self._program, statement):
                found[symbol].append(index)
        return found

    @cached_property
    def _changed(self) -> defaultdict[Symbol, list[int]]:
        """The statements that put something into each container."""
        found: defaultdict[Symbol, list[int]] = defaultdict(list)
        for index, statement in enumerate(self._program.statements):
            for symbol in statement.changes if isinstance(statement, Plain) else ():
                found[symbol].append(index)
        return found

    @cached_property
    def _wired(self) -> set[Symbol]:
        """The variables that hold refs; a loop may go through such, too."""
        wiring = (s for s in self._program.statements if isinstance(s, Plain) and s.wiring)
        found = {symbol for s in wiring for symbol in (*s.defines, *s.changes)}
        for block in self._program.blocks:
            if self._goes_through_refs(block, found):
                found.update(block.binds)
        return found

    @cached_property
    def _parts(self) -> defaultdict[int, list[int]]:
        """The branches of each `if`."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for block in self._program.blocks:
            root = self._groups.root(block.id)
            if self._program.blocks[root].is_if:
                found[root].append(block.id)
        return found
