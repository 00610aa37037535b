"""Gives a variable that ffc made up the name of the one that the app gives its value to.

    if fast:                              if fast:
        result = quick(points)                model = quick(points)
    else:                         →       else:
        result = thorough(points)             model = thorough(points)
    model = result

Nothing behind may read the variable, and nothing between may read the app's own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from ..ir import (
    Configure,
    Create,
    Enter,
    Fragment,
    Plain,
    Program,
    Rename,
    Run,
    Statement,
    Symbol,
    SymbolUse,
    join,
)
from .pieces import needs


def name_results(program: Program) -> Program:
    named: dict[Symbol, Symbol] = {}
    gone: set[int] = set()
    reads = Counter(_reads(program))
    binding: defaultdict[Symbol, list[int]] = defaultdict(list)
    for index, statement in enumerate(program.statements):
        if isinstance(statement, Plain):
            for symbol in dict.fromkeys((*statement.defines, *statement.changes)):
                binding[symbol].append(index)
    for index, statement in enumerate(program.statements):
        pair = _pair(statement)
        if pair is None or not binding[pair[1]]:
            continue
        name, result = pair
        own = range(binding[result][0], index)
        before = program.statements[own.start : index]
        is_read = any(name in _symbols(program, one) for one in before[1:])
        inside = sum(result in _uses(one) for one in before)
        if reads[result] == inside + 1 and not is_read and binding[result][-1] < index:
            named[result] = name
            gone.add(index)
    return _renamed(program, named, gone) if named else program


def _pair(statement: Statement) -> tuple[Symbol, Symbol] | None:
    """The names in `name = result`, where `result` is made up."""
    if not isinstance(statement, Plain) or statement.of_loop:
        return None
    match statement.code.parts:
        case (SymbolUse(name), " = ", SymbolUse(result), *end) if end in ([], ["\n"]):
            is_own = result.is_of_block and not name.is_of_block
            return (name, result) if is_own else None
    return None


def _uses(statement: Statement) -> tuple[Symbol, ...]:
    """What the code of a statement names, besides what it only binds."""
    if not isinstance(statement, Plain):
        return statement.uses if isinstance(statement, Enter) else ()
    bound = set(statement.defines)
    return tuple(s for s in dict.fromkeys(statement.uses) if not statement.wiring or s not in bound)


def _symbols(program: Program, statement: Statement) -> tuple[Symbol, ...]:
    """What a statement reads, binds or changes."""
    if isinstance(statement, Plain):
        return (*statement.defines, *statement.uses, *statement.changes)
    if isinstance(statement, Create):
        return tuple(needs(program, statement))
    return (*_uses(statement), *_others(statement))


def _others(statement: Statement) -> Iterator[Symbol]:
    match statement:
        case Rename():
            yield from statement.name.symbols
        case Configure():
            yield from statement.symbols
        case Run() if statement.limit is not None:
            yield from statement.limit.symbols


def _reads(program: Program) -> Iterator[Symbol]:
    """Each place where a variable is read."""
    for statement in program.statements:
        yield from _uses(statement)
        yield from _others(statement)
    for node in program.nodes:
        yield from (symbol for argument in node.arguments for symbol in argument.value.symbols)
        yield from node.owner.symbols if node.owner is not None else ()
    for flow in program.flows:
        yield from (symbol for leaf in flow.written for symbol in leaf.symbols)
        yield from (symbol for option in flow.init for symbol in option.value.symbols)


def _renamed(program: Program, named: dict[Symbol, Symbol], gone: set[int]) -> Program:
    def code(fragment: Fragment) -> Fragment:
        parts = fragment.parts
        return join(*(_part(p, named) if isinstance(p, SymbolUse) else p for p in parts))

    def symbols(given: tuple[Symbol, ...]) -> tuple[Symbol, ...]:
        return tuple(named.get(symbol, symbol) for symbol in given)

    def statement(one: Statement) -> Statement:
        if isinstance(one, Enter):
            return replace(one, uses=symbols(one.uses))
        if not isinstance(one, Plain) or named.keys().isdisjoint((*one.defines, *one.changes)):
            return one
        return replace(
            one,
            code=code(one.code),
            defines=symbols(one.defines),
            uses=symbols(one.uses),
            changes=symbols(one.changes),
        )

    rest = [index for index in range(len(program.statements)) if index not in gone]
    return replace(
        program,
        blocks=tuple(replace(block, header=code(block.header)) for block in program.blocks),
        statements=tuple(statement(program.statements[index]) for index in rest),
        paths=tuple(program.paths[index] for index in rest),
        within=tuple(program.within[index] for index in rest),
    )


def _part(part: SymbolUse, named: dict[Symbol, Symbol]) -> SymbolUse:
    return SymbolUse(named.get(part.symbol, part.symbol))
