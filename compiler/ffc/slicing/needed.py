"""The dependency walk: from what runs back to the definitions, imports and statements it needs.

LIMIT = 3                    a task that names LIMIT needs its assignment;
UNUSED = 4                   nothing needs this one;
print("start")               a statement with effects is always needed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..ir import (
    BlockKind,
    Create,
    Definition,
    Effect,
    Enter,
    Fragment,
    Import,
    Plain,
    Program,
    Run,
    Symbol,
)
from ..ir.other_names import other_names
from .roots import leaves


@dataclass(frozen=True)
class Slice:
    """What is needed: symbols, and the indices of the statements that stay code.

    `blocks` are the blocks that stand around something that is needed.
    """

    symbols: frozenset[Symbol]
    statements: frozenset[int]
    definitions: tuple[Definition, ...]
    imports: tuple[Import, ...]
    blocks: frozenset[int] = frozenset()


def needed(program: Program, roots: Iterable[Symbol]) -> Slice:
    """What the `roots`, and the statements with effects, need of `program`."""
    roots = tuple(roots)
    walk = _walked(program, roots, frozenset())
    empty = walk.empty()
    while empty:  # what these alone need is not needed either
        walk = _walked(program, roots, walk.left_out | empty)
        empty = walk.empty()
    return Slice(
        symbols=frozenset(walk.symbols),
        statements=frozenset(walk.statements),
        definitions=tuple(d for d in program.definitions if d.symbol in walk.symbols),
        imports=tuple(i for i in program.imports if i.symbol in walk.symbols),
        blocks=frozenset(walk.blocks),
    )


def _walked(program: Program, roots: Iterable[Symbol], left_out: frozenset[int]) -> _Walk:
    walk = _Walk(program, left_out)
    walk.pending.extend(roots)
    walk.begin()
    walk.go()
    return walk


class _Walk:
    """Where the walk through a program is: what it has found, and what it has still to look at."""

    def __init__(self, program: Program, left_out: frozenset[int]) -> None:
        self.program, self.left_out = program, left_out  # blocks
        self.pending: list[Symbol] = []
        self.symbols: set[Symbol] = set()
        self.statements: set[int] = set()
        self.blocks: set[int] = set()
        self._definitions = {definition.symbol: definition for definition in program.definitions}
        self._binding: defaultdict[Symbol, list[int]] = defaultdict(list)
        self._others = other_names(program)
        self._enters: dict[int, int] = {}
        schedules = program.schedules
        self._running = {one.node for schedule in schedules for one in schedule.submissions}
        self._required: defaultdict[int, list[int]] = defaultdict(list)
        for index, statement in enumerate(program.statements):
            if isinstance(statement, Plain):
                for symbol in (*statement.defines, *statement.changes, *statement.rebinds):
                    self._binding[symbol].append(index)
            elif isinstance(statement, Enter) and statement.block not in left_out:
                self._enters[statement.block] = index
                for block in _without(program, index, statement.block):
                    self._required[block].append(statement.block)
                for symbol in program.blocks[statement.block].binds:
                    self._binding[symbol].append(index)

    def begin(self) -> None:
        """Statements with effects are always needed, and the blocks around nodes that run."""
        for index, statement in enumerate(self.program.statements):
            match statement:
                case Plain() | Enter() if statement.effect is not Effect.NONE:
                    self._take(index)
                case Create() if statement.node in self._running:
                    self._enclose(index)
                case Run():
                    self._enclose(index)
        self.pending.extend(d.symbol for d in self.program.definitions if d.has_effects)

    def go(self) -> None:
        while self.pending:
            symbol = self.pending.pop()
            if symbol in self.symbols:
                continue
            self.symbols.add(symbol)
            self.pending.extend(self._others[symbol])
            if symbol in self._definitions:
                self.pending.extend(uses(self._definitions[symbol]))
            for index in self._binding[symbol]:
                self._take(index)

    def _take(self, index: int) -> None:
        statement = self.program.statements[index]
        if isinstance(statement, Enter):
            self._take_block(statement.block)
        elif index not in self.statements:
            assert isinstance(statement, Plain)
            self.statements.add(index)
            self.pending.extend(statement.reads)
            self._take_results(statement.code)
            self._enclose(index)

    def _take_results(self, code: Fragment) -> None:
        """The leaves of the runs whose results the code uses."""
        for run in code.runs:
            self.pending.extend(leaves(self.program, run))

    def _enclose(self, index: int) -> None:
        for block in self.program.within[index] if self.program.within else ():
            self._take_block(block)

    def _take_block(self, block: int) -> None:
        """The block, those that it continues, as `else` does `if`, and those that it needs."""
        if block in self.blocks or block not in self._enters:
            return
        self.blocks.add(block)
        index = self._enters[block]
        statement = self.program.statements[index]
        assert isinstance(statement, Enter)
        self.pending.extend(statement.uses)
        self._take_results(self.program.blocks[block].header)
        self._enclose(index)
        follows = self.program.blocks[block].follows
        if follows is not None:
            self._take_block(follows)
        for other in self._required[block]:
            self._take_block(other)

    def empty(self) -> frozenset[int]:
        """The loops that only bind variables which others bind for themselves."""
        if not (self.blocks and self.program.within):  # a check asks before it is known
            return frozenset()
        kept = [index for index in range(len(self.program.statements)) if self._is_kept(index)]
        full = {block for index in kept for block in self.program.within[index]}
        full.update(b.follows for b in self.program.blocks if b.follows is not None)
        empty = [block for block in sorted(self.blocks - full) if self._may_go(block)]
        read = {symbol for index in kept for symbol in self._read(index)} if empty else set()
        binds = {block: self.program.blocks[block].binds for block in empty}
        return frozenset(block for block in empty if read.isdisjoint(binds[block]))

    def _is_kept(self, index: int) -> bool:
        statement = self.program.statements[index]
        if isinstance(statement, Enter):
            return statement.block in self.blocks
        if isinstance(statement, Create):
            return statement.node in self._running
        return isinstance(statement, Run) or index in self.statements

    def _may_go(self, block: int) -> bool:
        entered = self.program.statements[self._enters[block]]
        is_loop = self.program.blocks[block].kind is BlockKind.LOOP
        return is_loop and isinstance(entered, Enter) and entered.effect is Effect.NONE

    def _read(self, index: int) -> Iterator[Symbol]:
        """What a statement reads that no block around it binds."""
        statement = self.program.statements[index]
        around = self.program.within[index]
        bound = {symbol for block in around for symbol in self.program.blocks[block].binds}
        if isinstance(statement, Create):
            arguments = self.program.nodes[statement.node].arguments
            yield from (s for one in arguments for s in one.value.symbols if s not in bound)
        elif isinstance(statement, Run):
            yield from leaves(self.program, statement.id)
        elif isinstance(statement, (Plain, Enter)):
            yield from (symbol for symbol in statement.uses if symbol not in bound)


def _without(program: Program, index: int, block: int) -> Iterator[int]:
    """The blocks that cannot be without this one: `try` without what handles its errors."""
    begins = program.blocks[block].word
    follows = program.blocks[block].follows
    if begins in ("except", "finally") and follows is not None:
        yield follows
    elif begins == "case" and follows is None and program.within[index:]:
        yield program.within[index][-1]


def uses(definition: Definition) -> Iterable[Symbol]:
    """The symbols that the code of a definition names."""
    yield from definition.head.symbols
    yield from definition.tail.symbols
