"""The dependency walk: from what runs back to the definitions, imports and statements it needs.

LIMIT = 3                    a task that names LIMIT needs its assignment;
UNUSED = 4                   nothing needs this one;
print("start")               a statement with effects is always needed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..ir import Create, Definition, Effect, Enter, Fragment, Import, Plain, Program, Run, Symbol
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
    walk = _Walk(program)
    walk.pending.extend(roots)
    walk.begin()
    walk.go()
    return Slice(
        symbols=frozenset(walk.symbols),
        statements=frozenset(walk.statements),
        definitions=tuple(d for d in program.definitions if d.symbol in walk.symbols),
        imports=tuple(i for i in program.imports if i.symbol in walk.symbols),
        blocks=frozenset(walk.blocks),
    )


class _Walk:
    """Where the walk through a program is: what it has found, and what it has still to look at."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.pending: list[Symbol] = []
        self.symbols: set[Symbol] = set()
        self.statements: set[int] = set()
        self.blocks: set[int] = set()
        self._definitions = {definition.symbol: definition for definition in program.definitions}
        self._binding: defaultdict[Symbol, list[int]] = defaultdict(list)
        self._enters: dict[int, int] = {}
        self._required: defaultdict[int, list[int]] = defaultdict(list)
        for index, statement in enumerate(program.statements):
            if isinstance(statement, Plain):
                for symbol in (*statement.defines, *statement.changes, *statement.rebinds):
                    self._binding[symbol].append(index)
            elif isinstance(statement, Enter):
                self._enters[statement.block] = index
                for block in _without(program, index, statement.block):
                    self._required[block].append(statement.block)
                for symbol in program.blocks[statement.block].binds:
                    self._binding[symbol].append(index)

    def begin(self) -> None:
        """Statements with effects are always needed, and the blocks around nodes that run."""
        running = {one.node for schedule in self.program.schedules for one in schedule.submissions}
        for index, statement in enumerate(self.program.statements):
            match statement:
                case Plain() | Enter() if statement.effect is not Effect.NONE:
                    self._take(index)
                case Create() if statement.node in running:
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
