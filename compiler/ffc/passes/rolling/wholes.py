"""Loops that would need whole results of which the driver otherwise has the items alone.

train, test = split(load())              train, test = split.options(num_returns=2).remote(…)
parts = {"a": (train, test)}
for name in parts:                  →    print("a")       not the loop, for which `parts`
    print(name)                                           would have to be there
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...ir import Create, Enter, Plain, Program, Ref, Symbol
from .choose import Chosen


def needing_wholes(program: Program, chosen: Chosen) -> set[int]:
    """Of the loops that stay and make no nodes, those that read such results from variables."""
    picked = _picked(program)
    if not picked:
        return set()
    making = {
        turn.block
        for statement, path in zip(program.statements, program.paths, strict=True)
        if isinstance(statement, Create)
        for turn in path
    }
    found: set[int] = set()
    for statement, path in zip(program.statements, program.paths, strict=True):
        around = {turn.block for turn in path}
        if isinstance(statement, Enter):
            around.add(statement.block)
        loops = around & chosen.loops - making
        if loops and isinstance(statement, (Enter, Plain)):
            whole = {ref.node for ref in _held(program, statement.uses) if ref.key is None}
            found |= loops if whole & picked else set()
    return found


def _picked(program: Program) -> set[int]:
    """The nodes of which other nodes and workflows take items, and nothing the whole."""
    taken = [ref for node in program.nodes for ref in node.inputs]
    taken += [leaf for flow in program.flows for leaf in flow.leaves]
    whole = {ref.node for ref in taken if ref.key is None}
    return {ref.node for ref in taken} - whole


def _held(program: Program, symbols: Iterable[Symbol]) -> set[Ref]:
    """The refs that these variables hold, and the containers in them."""
    filling: defaultdict[Symbol, list[Plain]] = defaultdict(list)
    for statement in program.statements:
        if isinstance(statement, Plain) and statement.wiring:
            for symbol in (*statement.defines, *statement.changes):
                filling[symbol].append(statement)
    pending, seen, found = list(symbols), set[Symbol](), set[Ref]()
    while pending:
        symbol = pending.pop()
        if symbol not in seen:
            seen.add(symbol)
            for plain in filling[symbol]:
                found.update(plain.code.refs)
                pending.extend(plain.uses)
    return found
