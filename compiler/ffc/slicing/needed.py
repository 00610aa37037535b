"""The dependency walk: from what runs back to the definitions, imports and statements it needs.

LIMIT = 3                    a task that names LIMIT needs its assignment;
UNUSED = 4                   nothing needs this one;
print("start")               a statement with effects is always needed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..ir import Definition, Effect, Import, Plain, Program, Symbol


@dataclass(frozen=True)
class Slice:
    """What is needed: symbols, and the indices of the statements that stay code."""

    symbols: frozenset[Symbol]
    statements: frozenset[int]
    definitions: tuple[Definition, ...]
    imports: tuple[Import, ...]


def needed(program: Program, roots: Iterable[Symbol]) -> Slice:
    """What the `roots`, and the statements with effects, need of `program`."""
    definitions = {definition.symbol: definition for definition in program.definitions}
    binding: defaultdict[Symbol, list[int]] = defaultdict(list)
    pending = list(roots)
    statements: set[int] = set()
    for index, statement in enumerate(program.statements):
        if isinstance(statement, Plain):
            for symbol in (*statement.defines, *statement.changes):
                binding[symbol].append(index)
            if statement.effect is not Effect.NONE:
                statements.add(index)
                pending.extend(statement.uses)
    pending.extend(d.symbol for d in program.definitions if d.has_effects)
    symbols: set[Symbol] = set()
    while pending:
        symbol = pending.pop()
        if symbol in symbols:
            continue
        symbols.add(symbol)
        if symbol in definitions:
            pending.extend(uses(definitions[symbol]))
        for index in binding[symbol]:
            statements.add(index)
            found = program.statements[index]
            assert isinstance(found, Plain)
            pending.extend(found.uses)
    return Slice(
        symbols=frozenset(symbols),
        statements=frozenset(statements),
        definitions=tuple(d for d in program.definitions if d.symbol in symbols),
        imports=tuple(i for i in program.imports if i.symbol in symbols),
    )


def uses(definition: Definition) -> Iterable[Symbol]:
    """The symbols that the code of a definition names."""
    yield from definition.head.symbols
    yield from definition.tail.symbols
