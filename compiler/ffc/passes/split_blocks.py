"""Parts a loop of the driver where its nodes have to wait for effects that come before the run.

    for path in paths:                         rows = []
        text = path.read_text()                for path in paths:
        counts.append(count(text))      →          text = path.read_text()
    flow.run()                                     rows.append(text)
                                               for text in rows:
                                                   counts.append(count.remote(text))

In the app no task runs before `run()`. A loop without effects moves as a whole, behind the last
effect before the run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..ir import (
    Block,
    BlockKind,
    Create,
    Effect,
    Enter,
    Fragment,
    Path,
    Plain,
    Program,
    Rename,
    Run,
    Statement,
    Symbol,
    SymbolUse,
    Turn,
    join,
    text,
)
from ..ir.graph import reached
from ..ir.groups import Groups


def split_blocks(program: Program) -> Program:
    """The program with all blocks parted that can be; checks find the others."""
    done: set[int] = set()
    while True:
        groups = Groups(program)
        waiting = [one for one in displaced(program, groups) if one[0] not in done]
        if not waiting:
            return program
        # The last one first: each goes in front of those that came after it.
        found = max(waiting, key=lambda one: groups.extents[one[0]][0])
        done.add(found[0])
        program = _moved(program, groups, *found) or program


def displaced(program: Program, groups: Groups) -> Iterator[tuple[int, int]]:
    """The groups whose nodes must wait, each with the statement behind which they may stand."""
    for index, statement in enumerate(program.statements):
        if not isinstance(statement, Run):
            continue
        own = groups.of(index)
        last = max((b for b in groups.barriers if b < index), default=-1)
        made_nodes = [program.nodes[node] for node in groups.created]
        running = reached(made_nodes, program.flows[statement.flow].held)
        made = dict.fromkeys(groups.of(groups.created[node]) for node in running)
        for group in made:
            if group is not None and group != own and last >= groups.extents[group][0]:
                yield group, groups.end(last)


@dataclass(frozen=True)
class _Piece:
    """A statement with the blocks around it."""

    statement: Statement
    path: Path
    within: tuple[int, ...]


def _pieces(program: Program, first: int, last: int) -> list[_Piece]:
    return [
        _Piece(program.statements[i], program.paths[i], program.within[i])
        for i in range(first, last + 1)
    ]


def _moved(program: Program, groups: Groups, group: int, target: int) -> Program | None:
    """The program with the group parted or moved; None where that would change what it means."""
    first, last = groups.extents[group]
    inside = _pieces(program, first, last)
    between = _pieces(program, last + 1, target)
    parted = _parted(program, group, inside)
    if parted is None:
        return None
    blocks, stay, move = parted
    bound = {s for piece in move for s in _bound(piece.statement)}
    if any(not bound.isdisjoint(_used(piece.statement)) for piece in (*stay, *between)):
        return None
    before = _pieces(program, 0, first - 1)
    after = _pieces(program, target + 1, len(program.statements) - 1)
    early = [piece for piece in between if _stands(piece)]
    late = [piece for piece in between if not _stands(piece)]
    pieces = [*before, *stay, *early, *move, *late, *after]
    return replace(
        program,
        blocks=blocks,
        statements=tuple(piece.statement for piece in pieces),
        paths=tuple(piece.path for piece in pieces),
        within=tuple(piece.within for piece in pieces),
    )


def _parted(
    program: Program, group: int, inside: list[_Piece]
) -> tuple[tuple[Block, ...], list[_Piece], list[_Piece]] | None:
    """What stays of a group, and what moves."""
    if not any(_has_effect(piece.statement) for piece in inside):
        return program.blocks, [], inside
    block = program.blocks[group]
    nested = any(isinstance(piece.statement, Enter) for piece in inside[1:])
    wired = [p for p in inside[1:] if _is_wiring(p.statement)]
    if nested and any(len(piece.within) > 1 for piece in wired):
        return None
    if block.kind is not BlockKind.LOOP or not block.binds or _leaves_early(inside):
        return None
    stay = [piece for piece in inside if piece not in wired]
    own = set(block.binds).union(*(_bound(piece.statement) for piece in stay))
    needed = dict.fromkeys(
        symbol for piece in wired for symbol in _needs(program, piece.statement) if symbol in own
    )
    rows = Symbol("rows", -5_000 - len(program.blocks))
    return _with_rows(program, block, stay, wired, tuple(needed), rows)


def _with_rows(
    program: Program,
    block: Block,
    stay: list[_Piece],
    wired: list[_Piece],
    needed: tuple[Symbol, ...],
    rows: Symbol,
) -> tuple[tuple[Block, ...], list[_Piece], list[_Piece]]:
    """The loop that fills the rows, and the one that goes through them."""
    uses = [join(SymbolUse(symbol)) for symbol in needed]
    listed = join(*(part for use in uses for part in (use, text(", "))))
    one = uses[0] if len(uses) == 1 else join(*listed.parts[:-1]) if uses else text("_")
    row = join(text("("), one, text(")")) if len(uses) > 1 else one if uses else text("None")
    name = join(SymbolUse(rows))
    start = _plain(join(name, text(" = []\n")), (rows,), (), block)
    append = _plain(join(name, text(".append("), row, text(")\n")), (), (rows,), block)
    second = replace(
        block,
        id=len(program.blocks),
        header=join(text("for "), one, text(" in "), name),
        binds=needed,
        follows=None,
        comments=replace(block.comments, above=()),
    )
    inner, path = (block.id,), stay[0].path
    filled = [
        _Piece(start, path, ()),
        *stay,
        _Piece(append, (*path, Turn(block.id, 0)), inner),
    ]
    moved = [_Piece(Enter(second.id, (rows,), Effect.NONE), path, ())]
    inner_path = (*path, Turn(second.id, 0))
    moved += (replace(piece, path=inner_path, within=(second.id,)) for piece in wired)
    return (*program.blocks, second), filled, moved


def _plain(
    code: Fragment, defines: tuple[Symbol, ...], changes: tuple[Symbol, ...], block: Block
) -> Plain:
    uses = tuple(symbol for symbol in code.symbols if symbol not in defines)
    return Plain(code, defines, uses, changes, Effect.NONE, block.span, order=0)


def _stands(piece: _Piece) -> bool:
    """Whether it is code that keeps its place; what is said of nodes comes behind these."""
    statement = piece.statement
    is_code = isinstance(statement, Plain) and not statement.wiring
    return is_code or isinstance(statement, Enter) or bool(piece.within)


def _is_wiring(statement: Statement) -> bool:
    return isinstance(statement, (Create, Rename)) or (
        isinstance(statement, Plain) and statement.wiring
    )


def _has_effect(statement: Statement) -> bool:
    return isinstance(statement, (Plain, Enter)) and statement.effect is not Effect.NONE


def _leaves_early(inside: list[_Piece]) -> bool:
    """Whether a pass may end after it has made a node."""
    made = False
    for piece in inside:
        made = made or isinstance(piece.statement, Create)
        if made and isinstance(piece.statement, Plain) and piece.statement.jumps:
            return True
    return False


def _bound(statement: Statement) -> set[Symbol]:
    if isinstance(statement, Plain):
        return {*statement.defines, *statement.changes}
    return set()


def _used(statement: Statement) -> set[Symbol]:
    if isinstance(statement, Plain) and not statement.wiring:
        return set(statement.uses)
    return set(statement.uses) if isinstance(statement, Enter) else set()


def _needs(program: Program, statement: Statement) -> Iterator[Symbol]:
    """The variables that a statement about nodes reads."""
    match statement:
        case Create():
            node = program.nodes[statement.node]
            for argument in node.arguments:
                yield from argument.value.symbols
            if node.owner is not None:
                yield from node.owner.symbols
        case Rename():
            yield from statement.name.symbols
        case Plain():
            yield from statement.uses
