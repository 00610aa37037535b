"""Statements on the move: each with the blocks around it, and the variables that it names.

A statement may go past others if these do not bind what it reads, and nobody behind reads what both
of them bind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..ir import (
    Configure,
    Create,
    Enter,
    Open,
    Path,
    Plain,
    Program,
    Rename,
    Run,
    Statement,
    Symbol,
)
from ..ir.literal import literal


@dataclass(frozen=True)
class Piece:
    """A statement with the blocks around it."""

    statement: Statement
    path: Path
    within: tuple[int, ...]


def pieces(program: Program, first: int, last: int) -> list[Piece]:
    """The statements from the first to the last of these indices."""
    return [
        Piece(program.statements[i], program.paths[i], program.within[i])
        for i in range(first, last + 1)
    ]


def in_order(program: Program, order: Sequence[Piece]) -> Program:
    """The program with these statements."""
    return replace(
        program,
        statements=tuple(piece.statement for piece in order),
        paths=tuple(piece.path for piece in order),
        within=tuple(piece.within for piece in order),
    )


def defined(program: Program, statement: Statement) -> tuple[Symbol, ...]:
    """The variables that a statement gives a value, whatever they held."""
    if isinstance(statement, Enter):
        return program.blocks[statement.block].binds
    return (*statement.defines, *statement.rebinds) if isinstance(statement, Plain) else ()


def given_by(program: Program, statement: Statement) -> tuple[Symbol, ...]:
    """The variables that a statement binds, or whose container it changes."""
    changes = statement.changes if isinstance(statement, Plain) else ()
    return (*defined(program, statement), *changes)


def read_first(program: Program, statements: Iterable[Piece]) -> set[Symbol]:
    """The variables that the statements read as they were before them."""
    found: set[Symbol] = set()
    bound: dict[Symbol, set[tuple[int, ...]]] = {}
    for piece in statements:
        around = {piece.within[:depth] for depth in range(len(piece.within) + 1)}
        reads = needs(program, piece.statement)
        found.update(s for s in reads if around.isdisjoint(bound.get(s, ())))
        inner = piece.within
        if isinstance(piece.statement, Enter):
            inner = (*inner, piece.statement.block)
        for symbol in defined(program, piece.statement):
            bound.setdefault(symbol, set()).add(inner)
    return found


def needs(program: Program, statement: Statement) -> Iterator[Symbol]:
    """The variables that a statement reads."""
    match statement:
        case Create():
            node = program.nodes[statement.node]
            for argument in node.arguments:
                if literal(argument.known) is None:
                    yield from argument.value.symbols
            if node.owner is not None:
                yield from node.owner.symbols
        case Rename():
            yield from statement.name.symbols
        case Plain() | Enter():
            yield from statement.uses
        case Configure():
            yield from statement.symbols
        case Open():
            for leaf in program.flows[statement.flow].written:
                yield from leaf.symbols
        case Run() if statement.limit is not None:
            yield from statement.limit.symbols
