"""Which statements that bind variables of loops a driver needs, where these are written out.

for name, node in rows:        first.options(…).remote()
    …                     →    second.options(…).remote()
if args.again:                 node = second_ref      of the last pass, for the `if`
    score(node)                if args.again:
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..ir import Configure, Create, Enter, Open, Plain, Program, Rename, Run, Statement, Symbol


def needed_turns(program: Program, needed: Set[Symbol]) -> frozenset[int]:
    """Those that bind one of the `needed` variables, and are read before it is bound again."""
    live: set[Symbol] = set()
    found: set[int] = set()
    for index in range(len(program.statements) - 1, -1, -1):
        statement = program.statements[index]
        around = program.paths[index]
        within = [t.block for t in around if program.is_kept(t.block)]
        bound = {symbol for block in within for symbol in program.blocks[block].binds}
        if isinstance(statement, Plain):
            filled = (*statement.defines, *statement.changes)
            if statement.of_loop and statement.wiring and live.isdisjoint(filled):
                continue
            if statement.wiring and needed.isdisjoint(filled):
                continue
            if statement.of_loop:
                found.add(index)
            if not within:
                live.difference_update(statement.defines)
        live.update(symbol for symbol in _read(program, statement) if symbol not in bound)
    return frozenset(found)


def _read(program: Program, statement: Statement) -> Iterator[Symbol]:
    match statement:
        case Plain():
            own = statement.defines if statement.of_loop else ()
            yield from (symbol for symbol in statement.uses if symbol not in own)
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
            yield from (symbol for option in statement.options for symbol in option.value.symbols)
        case Open() | Run():
            flow = program.flows[statement.flow]
            if len(flow.held) > len(flow.leaves):
                yield from (symbol for leaf in flow.written for symbol in leaf.symbols)
            if isinstance(statement, Run) and statement.limit is not None:
                yield from statement.limit.symbols
