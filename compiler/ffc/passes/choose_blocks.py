"""Leaves out the statements that fill variables with refs, where no block needs the variables.

    models = []                                models is not there in the driver:
    for rate in (0.1, 1.0):             →      each node has a variable of its own
        models.append(train(rate))

Where a block stays, the variables stay that its statements, or nodes behind it, name.
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
    Node,
    Part,
    Plain,
    Program,
    Ref,
    RefUse,
    Rename,
    Run,
    Statement,
    Symbol,
    SymbolUse,
    join,
)
from ..ir.other_names import other_names
from .live_wiring import live_wiring


def choose_blocks(program: Program) -> Program:
    needed = _needed(program)
    live = live_wiring(program, needed)
    kept = [i for i, s in enumerate(program.statements) if _stays(program, s, i in live)]
    chosen = replace(
        program,
        statements=tuple(program.statements[index] for index in kept),
        paths=tuple(program.paths[index] for index in kept),
        within=tuple(_within(program, index) for index in kept),
    )
    aliases = dict(_aliases(chosen))
    gone = {index for index, s in enumerate(chosen.statements) if _binds(s, aliases)}
    rest = [index for index in range(len(kept)) if index not in gone]
    return _with_refs(
        replace(
            chosen,
            statements=tuple(chosen.statements[index] for index in rest),
            paths=tuple(chosen.paths[index] for index in rest),
            within=tuple(chosen.within[index] for index in rest),
        ),
        aliases,
    )


def without_vain(program: Program) -> Program:
    """The program without what fills variables that nothing reads any longer."""
    live = live_wiring(program, _needed(program))
    kept = [
        index
        for index, one in enumerate(program.statements)
        if index in live or not isinstance(one, Plain) or not one.wiring
    ]
    return replace(
        program,
        statements=tuple(program.statements[index] for index in kept),
        paths=tuple(program.paths[index] for index in kept),
        within=tuple(program.within[index] for index in kept),
    )


def _with_refs(program: Program, aliases: dict[Symbol, Ref]) -> Program:
    """The program with refs in the place of variables that would hold nothing else."""

    def code(fragment: Fragment) -> Fragment:
        if aliases.keys().isdisjoint(fragment.symbols):
            return fragment
        return join(*(_part(part, aliases) for part in fragment.parts))

    def node(one: Node) -> Node:
        arguments = tuple(replace(a, value=code(a.value)) for a in one.arguments)
        return replace(one, arguments=arguments, owner=code(one.owner) if one.owner else None)

    def statement(one: Statement) -> Statement:
        if isinstance(one, Enter):
            return replace(one, uses=tuple(s for s in one.uses if s not in aliases))
        if not isinstance(one, Plain) or not one.wiring:
            return one
        written = code(one.code)
        return replace(one, code=written, uses=tuple(written.symbols))

    if not aliases:
        return program
    flows = (replace(f, written=tuple(map(code, f.written))) for f in program.flows)
    return replace(
        program,
        nodes=tuple(map(node, program.nodes)),
        flows=tuple(flows),
        blocks=tuple(replace(b, header=code(b.header)) for b in program.blocks),
        statements=tuple(map(statement, program.statements)),
    )


def _part(part: Part, aliases: dict[Symbol, Ref]) -> Part:
    symbol = part.symbol if isinstance(part, SymbolUse) else None
    return RefUse(aliases[symbol]) if symbol in aliases else part


def _within(program: Program, index: int) -> tuple[int, ...]:
    return tuple(t.block for t in program.paths[index] if program.is_kept(t.block))


def _stays(program: Program, statement: Statement, is_live: bool) -> bool:
    if isinstance(statement, Enter):
        return program.is_kept(statement.block)
    return is_live or not isinstance(statement, Plain) or not statement.wiring


def _needed(program: Program) -> set[Symbol]:
    """The variables that the driver needs although they hold refs."""
    filling: defaultdict[Symbol, list[Plain]] = defaultdict(list)
    for statement in program.statements:
        if isinstance(statement, Plain) and statement.wiring:
            for symbol in (*statement.defines, *statement.changes):
                filling[symbol].append(statement)
    others = other_names(program)
    pending = list(_used(program))
    found: set[Symbol] = set()
    while pending:
        symbol = pending.pop()
        if symbol not in found:
            found.add(symbol)
            pending.extend(others[symbol])
            pending.extend(use for statement in filling[symbol] for use in statement.uses)
    return found


def _used(program: Program) -> Iterator[Symbol]:
    made = {s.node: i for i, s in enumerate(program.statements) if isinstance(s, Create)}
    wiring = (s for s in program.statements if isinstance(s, Plain) and s.wiring)
    refs = {symbol for statement in wiring for symbol in statement.defines}
    for node in program.nodes:
        takes = node.held or (node.id in made and _within(program, made[node.id]))
        for argument in node.arguments:
            yield from (s for s in argument.value.symbols if takes or s in refs)
        if node.owner is not None:
            yield from node.owner.symbols
    for flow in program.flows:
        if len(flow.held) > len(flow.leaves):
            yield from (symbol for leaf in flow.written for symbol in leaf.symbols)
    looped = {
        symbol
        for statement in program.statements
        if isinstance(statement, Plain) and statement.of_loop
        for symbol in statement.defines
    }
    for index, statement in enumerate(program.statements):
        plain = isinstance(statement, Plain) and not statement.holds
        doubtful = looped if plain and not _within(program, index) else ()
        yield from (s for s in _read(program, statement) if s not in doubtful)


def _read(program: Program, statement: Statement) -> Iterator[Symbol]:
    match statement:
        case Plain(wiring=False):
            yield from statement.uses
        case Enter() if program.is_kept(statement.block):
            yield from statement.uses
        case Configure():
            yield from statement.symbols
        case Rename():
            yield from statement.name.symbols
        case Run() if statement.limit is not None:
            yield from statement.limit.symbols


def _aliases(program: Program) -> Iterator[tuple[Symbol, Ref]]:
    """Variables that one statement alone binds, to a ref that is made beside it."""
    counts = Counter(
        symbol
        for statement in program.statements
        if isinstance(statement, Plain)
        for symbol in (*statement.defines, *statement.changes)
    )
    entered = {s for s in program.statements if isinstance(s, Enter)}
    bound = {symbol for enter in entered for symbol in program.blocks[enter.block].binds}
    created = {s.node: i for i, s in enumerate(program.statements) if isinstance(s, Create)}
    seen: set[Ref] = set()
    for index, statement in enumerate(program.statements):
        if not isinstance(statement, Plain) or not statement.wiring:
            continue
        symbols, ref = _targets(statement.code)
        if ref is None or ref in seen:
            continue
        beside = program.within[created[ref.node]] == program.within[index]
        if beside and all(counts[symbol] == 1 and symbol not in bound for symbol in symbols):
            seen.add(ref)
            yield from ((symbol, ref) for symbol in symbols)


def _targets(code: Fragment) -> tuple[list[Symbol], Ref | None]:
    """The variables in `name = other = ref`, and the ref."""
    symbols: list[Symbol] = []
    parts = code.parts
    while len(parts) > 2 and isinstance(parts[0], SymbolUse) and parts[1] == " = ":
        symbols.append(parts[0].symbol)
        parts = parts[2:]
    ref = parts[0].ref if len(parts) == 2 and isinstance(parts[0], RefUse) else None
    return symbols, ref if symbols else None


def _binds(statement: Statement, aliases: dict[Symbol, Ref]) -> bool:
    return (
        isinstance(statement, Plain)
        and statement.wiring
        and bool(statement.defines)
        and aliases.keys() >= set(statement.defines)
    )
