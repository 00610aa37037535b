"""Tells variables with refs apart that are one variable in the app, bound several times.

    node = load("a")                    first = [load_a]
    first = [node]               →      first = [load_a]          each binding is a variable of
    node = load("b")                                              its own, and then often no
    second = [node]                     second = [load_b]         variable at all

What fills variables with refs may have to wait for these: by then, the variable would hold others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..ir import (
    Argument,
    Configure,
    Create,
    Enter,
    Fragment,
    Node,
    Open,
    Option,
    Part,
    Plain,
    Program,
    Rename,
    Run,
    Statement,
    Symbol,
    SymbolUse,
    join,
)

_Meant = Mapping[Symbol, Symbol]


def part_variables(program: Program) -> Program:
    apart = _apart(program)
    if not apart:
        return program
    nodes, blocks, flows = list(program.nodes), list(program.blocks), list(program.flows)
    meant: dict[Symbol, Symbol] = {}
    statements: list[Statement] = []
    for index, statement in enumerate(program.statements):
        match statement:
            case Create():
                nodes[statement.node] = _node(nodes[statement.node], meant)
            case Enter():
                block = blocks[statement.block]
                blocks[statement.block] = replace(block, header=_code(block.header, meant))
            case Open():
                flow = flows[statement.flow]
                written = tuple(_code(leaf, meant) for leaf in flow.written)
                flows[statement.flow] = replace(flow, written=written)
        bound = apart.get(index, ())
        later = {**meant, **{s: _next(meant.get(s, s)) for s in bound}}
        statements.append(_statement(statement, meant, later))
        meant = later
    return replace(
        program,
        nodes=tuple(nodes),
        blocks=tuple(blocks),
        flows=tuple(flows),
        statements=tuple(statements),
    )


def _next(symbol: Symbol) -> Symbol:
    return replace(symbol, version=symbol.version - 1 if symbol.version < 0 else -1)


def _apart(program: Program) -> dict[int, tuple[Symbol, ...]]:
    """The statements from which on a variable is another one, with what they bind."""
    others = {s for d in program.definitions for s in (*d.head.symbols, *d.tail.symbols)}
    plain = [one for one in program.statements if isinstance(one, Plain)]
    others.update(s for one in plain for s in one.rebinds)
    others.update(s for one in plain if one.of_loop for s in one.defines)
    others.update(s for block in program.blocks for s in block.binds)
    seen: set[Symbol] = set()
    found: dict[int, tuple[Symbol, ...]] = {}
    for index, one in enumerate(program.statements):
        if not isinstance(one, Plain):
            continue
        inside = any(program.is_kept(turn.block) for turn in program.paths[index])
        again = tuple(s for s in one.defines if s in seen and s not in others)
        if again and one.wiring and not inside:
            found[index] = again
        seen.update(one.defines)
    return found


def _statement(statement: Statement, meant: _Meant, later: _Meant) -> Statement:
    match statement:
        case Plain():
            return _plain(statement, meant, later)
        case Enter():
            return replace(statement, uses=_symbols(statement.uses, meant))
        case Rename():
            written = statement.written and _code(statement.written, meant)
            return replace(statement, name=_code(statement.name, meant), written=written)
        case Configure():
            options = tuple(_option(option, meant) for option in statement.options)
            return replace(statement, options=options, pattern=_code(statement.pattern, meant))
        case Run() if statement.limit is not None:
            return replace(statement, limit=_code(statement.limit, meant))
    return statement


def _plain(plain: Plain, meant: _Meant, later: _Meant) -> Plain:
    def code(given: Fragment) -> Fragment:
        """What it binds stands first."""
        waiting = set(plain.defines)
        parts: list[Part] = []
        for part in given.parts:
            names = later if isinstance(part, SymbolUse) and part.symbol in waiting else meant
            parts.append(_part(part, names))
            if isinstance(part, SymbolUse):
                waiting.discard(part.symbol)
        return join(*parts)

    written = code(plain.code)
    uses = tuple(written.symbols) if plain.wiring else _symbols(plain.uses, meant)
    return replace(
        plain,
        code=written,
        defines=_symbols(plain.defines, later),
        uses=uses,
        changes=_symbols(plain.changes, meant),
        value=plain.value and _code(plain.value, meant),
        written=plain.written and code(plain.written),
    )


def _node(node: Node, meant: _Meant) -> Node:
    return replace(
        node,
        arguments=_arguments(node.arguments, meant),
        owner=node.owner and _code(node.owner, meant),
        written=node.written and _arguments(node.written, meant),
    )


def _arguments(arguments: tuple[Argument, ...], meant: _Meant) -> tuple[Argument, ...]:
    return tuple(replace(one, value=_code(one.value, meant)) for one in arguments)


def _option(option: Option, meant: _Meant) -> Option:
    return replace(option, value=_code(option.value, meant))


def _symbols(symbols: tuple[Symbol, ...], meant: _Meant) -> tuple[Symbol, ...]:
    return tuple(meant.get(symbol, symbol) for symbol in symbols)


def _code(code: Fragment, meant: _Meant) -> Fragment:
    if meant.keys().isdisjoint(code.symbols):
        return code
    return join(*(_part(part, meant) for part in code.parts))


def _part(part: Part, meant: _Meant) -> Part:
    if isinstance(part, SymbolUse):
        return SymbolUse(meant.get(part.symbol, part.symbol))
    return part
