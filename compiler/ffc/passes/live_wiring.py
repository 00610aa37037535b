"""Which statements that bind or fill variables with refs are read before they are bound again.

for name, node in rows:        first.options(…).remote()
    …                     →    second.options(…).remote()
if args.again:                 node = second_ref      of the last pass, for the `if`
    score(node)                if args.again:
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from ..ir import Configure, Create, Enter, Open, Plain, Program, Rename, Run, Statement, Symbol


def live_wiring(program: Program, needed: Set[Symbol]) -> frozenset[int]:
    """Those of the wiring that are for one of the `needed` variables, and are not in vain."""
    reads = _reads_in_blocks(program)
    live: set[Symbol] = set()
    found: set[int] = set()
    seen: set[int] = set()
    for index in range(len(program.statements) - 1, -1, -1):
        statement = program.statements[index]
        within = [t.block for t in program.paths[index] if program.is_kept(t.block)]
        if within and within[0] not in seen:  # its next pass may read what this one binds
            seen.add(within[0])
            live |= reads[within[0]]
        if isinstance(statement, Plain):
            if statement.wiring and _is_vain(statement, live, needed):
                continue
            found.add(index)
            if not within:
                live.difference_update(statement.defines)
        live |= _read_here(program, index)
    return frozenset(found)


def _is_vain(statement: Plain, live: Set[Symbol], needed: Set[Symbol]) -> bool:
    filled = (*statement.defines, *statement.changes)
    if needed.isdisjoint(filled):
        return True
    is_whole = statement.of_loop or not statement.changes  # no other variable holds it too
    return is_whole and live.isdisjoint(filled)


def _reads_in_blocks(program: Program) -> dict[int, set[Symbol]]:
    """What is read in each of the driver's outermost blocks."""
    found: defaultdict[int, set[Symbol]] = defaultdict(set)
    for index, path in enumerate(program.paths):
        outer = next((turn.block for turn in path if program.is_kept(turn.block)), None)
        if outer is not None:
            found[outer] |= _read_here(program, index)
    return found


def _read_here(program: Program, index: int) -> set[Symbol]:
    """What a statement reads that no block around it binds."""
    around = (turn.block for turn in program.paths[index] if program.is_kept(turn.block))
    bound = {symbol for block in around for symbol in program.blocks[block].binds}
    return set(_read(program, program.statements[index])) - bound


def _read(program: Program, statement: Statement) -> Iterator[Symbol]:
    match statement:
        case Plain():
            yield from statement.reads
        case Enter() if program.is_kept(statement.block):
            yield from statement.uses
        case Create():
            node = program.nodes[statement.node]
            for argument in node.arguments:
                yield from argument.value.symbols
            if node.owner is not None:
                yield from node.owner.symbols
        case Rename():
            yield from statement.name.symbols
        case Configure():
            yield from statement.symbols
        case Open() | Run():
            flow = program.flows[statement.flow]
            if len(flow.held) > len(flow.leaves):
                yield from (symbol for leaf in flow.written for symbol in leaf.symbols)
            if isinstance(statement, Run) and statement.limit is not None:
                yield from statement.limit.symbols
