"""The variables of loops that nothing in the driver reads: `for _ in range(3)`.

One that the app does not read either keeps its name; in a comprehension, no name is wanted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from ..ir import Enter, Plain, Program, Run, Symbol
from ..ir.groups import Groups
from ..slicing import Slice
from ..slicing.needed import uses
from ..slicing.roots import leaves, submitted_by

_Reader = tuple[Symbol, tuple[int, ...]]  # a variable, and the blocks around what reads it


def unread(program: Program, kept: Slice) -> Mapping[int, frozenset[Symbol]]:
    """Those variables of each loop, by its block."""
    binding: defaultdict[Symbol, set[int]] = defaultdict(set)
    for block in sorted(kept.blocks):
        for symbol in program.blocks[block].binds:
            binding[symbol].add(block)
    reading: defaultdict[Symbol, list[tuple[int, ...]]] = defaultdict(list)
    for symbol, within in _readers(program, kept) if binding else ():
        if symbol in binding:
            reading[symbol].append(within)
    enters = Groups(program).enters if binding else {}
    found: defaultdict[int, set[Symbol]] = defaultdict(set)
    for symbol, blocks in binding.items():
        around = [program.within[enters[block]] for block in blocks]
        if any(blocks.isdisjoint(within) for within in reading[symbol]):
            continue  # behind the loops
        if not all(blocks.isdisjoint(within) for within in around):
            continue  # inside of each other
        for block in blocks.difference(*reading[symbol]):
            if program.blocks[block].in_place or _is_read_in_app(program, block, symbol):
                found[block].add(symbol)
    return {block: frozenset(symbols) for block, symbols in found.items()}


def _is_read_in_app(program: Program, block: int, symbol: Symbol) -> bool:
    return any(
        isinstance(one, Plain) and block in within and symbol in one.reads
        for one, within in zip(program.statements, program.within, strict=True)
    )


def _readers(program: Program, kept: Slice) -> Iterator[_Reader]:
    created = Groups(program).created
    for index, statement in enumerate(program.statements):
        within = program.within[index]
        if isinstance(statement, Plain) and index in kept.statements:
            yield from ((symbol, within) for symbol in statement.reads)
        elif isinstance(statement, Enter) and statement.block in kept.blocks:
            yield from ((symbol, within) for symbol in statement.uses)
        elif isinstance(statement, Run):
            yield from ((symbol, within) for symbol in leaves(program, statement.id))
    for definition in kept.definitions:
        yield from ((symbol, ()) for symbol in uses(definition))
    for schedule in program.schedules:
        if schedule.limit is not None:
            within = program.within[schedule.statement]
            yield from ((symbol, within) for symbol in schedule.limit.symbols)
        for submission in schedule.submissions:
            within = program.within[created[submission.node]]
            for code in submitted_by(program, submission):
                yield from ((symbol, within) for symbol in code.symbols)
