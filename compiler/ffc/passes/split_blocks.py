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

from dataclasses import replace

from ..ir import (
    Block,
    BlockKind,
    Configure,
    Create,
    Effect,
    Enter,
    Fragment,
    Open,
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
from ..ir.groups import Groups
from .displaced import displaced, holds
from .pieces import Piece, defined, needs, pieces, read_first


def split_blocks(program: Program) -> Program:
    """The program with all blocks parted that can be; checks find the others."""
    done: set[int] = set()
    while True:
        groups = Groups(program)
        waiting = [one for one in displaced(program, groups, all_=True) if one[0] not in done]
        if not waiting:
            return program
        # The last one first: each goes in front of those that came after it.
        found = max(waiting, key=lambda one: groups.extents[one[0]][0])
        done.add(found[0])
        program = _moved(program, groups, found[0], groups.end(found[1])) or program


def _moved(program: Program, groups: Groups, group: int, target: int) -> Program | None:
    """The program with the group parted or moved; None where that would change what it means."""
    first, last = groups.extents[group]
    inside = pieces(program, first, last)
    between = pieces(program, last + 1, target)
    parted = _parted(program, group, inside)
    if parted is None:
        return None
    blocks, stay, move = parted
    bound = {s for piece in move for s in _bound(piece.statement)}
    entered = [p.statement.block for p in move if isinstance(p.statement, Enter) and not stay]
    bound.update(symbol for block in entered for symbol in blocks[block].binds)
    if any(not bound.isdisjoint(_used(piece.statement)) for piece in (*stay, *between)):
        return None
    before = pieces(program, 0, first - 1)
    after = pieces(program, target + 1, len(program.statements) - 1)
    sides = _sorted(program, move, between, bound)
    if sides is None:
        return None
    early, late = sides
    program = replace(program, blocks=blocks)
    again = {s for piece in early for s in defined(program, piece.statement)}
    if not again.isdisjoint(read_first(program, move)):
        return None  # it would read what is bound behind it
    if any(not read_first(program, move).isdisjoint(_bound(p.statement)) for p in early):
        return None  # or what is changed there
    bound.update(s for piece in move for s in defined(program, piece.statement))
    if not (again & bound).isdisjoint(read_first(program, [*late, *after])):
        return None  # others would read what it binds again
    order = [*before, *stay, *early, *move, *late, *after]
    return replace(
        program,
        statements=tuple(piece.statement for piece in order),
        paths=tuple(piece.path for piece in order),
        within=tuple(piece.within for piece in order),
    )


def _parted(
    program: Program, group: int, inside: list[Piece]
) -> tuple[tuple[Block, ...], list[Piece], list[Piece]] | None:
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
        symbol for piece in wired for symbol in needs(program, piece.statement) if symbol in own
    )
    rows = Symbol("rows", -5_000 - len(program.blocks))
    return _with_rows(program, block, stay, wired, tuple(needed), rows)


def _with_rows(
    program: Program,
    block: Block,
    stay: list[Piece],
    wired: list[Piece],
    needed: tuple[Symbol, ...],
    rows: Symbol,
) -> tuple[tuple[Block, ...], list[Piece], list[Piece]]:
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
        Piece(start, path, ()),
        *stay,
        Piece(append, (*path, Turn(block.id, 0)), inner),
    ]
    moved = [Piece(Enter(second.id, (rows,), Effect.NONE), path, ())]
    inner_path = (*path, Turn(second.id, 0))
    moved += (replace(piece, path=inner_path, within=(second.id,)) for piece in wired)
    return (*program.blocks, second), filled, moved


def _plain(
    code: Fragment, defines: tuple[Symbol, ...], changes: tuple[Symbol, ...], block: Block
) -> Plain:
    uses = tuple(symbol for symbol in code.symbols if symbol not in defines)
    return Plain(code, defines, uses, changes, Effect.NONE, block.span, order=0)


def _sorted(
    program: Program, moved: list[Piece], between: list[Piece], bound: set[Symbol]
) -> tuple[list[Piece], list[Piece]] | None:
    """What stays before what has moved, and what comes behind; None where one does both.

    Of what a run in between needs, only what is about the moved nodes comes behind them.
    """
    runs = [i for i, piece in enumerate(between) if isinstance(piece.statement, Run)]
    of_runs = runs[-1] + 1 if runs else 0
    early: list[Piece] = []
    late: list[Piece] = []
    nodes = {p.statement.node for p in moved if isinstance(p.statement, Create)}
    for index, piece in enumerate(between):
        statement = piece.statement
        if index >= of_runs:
            (early if _stands(piece) else late).append(piece)
        elif _is_about(program, statement, nodes, bound):
            others = isinstance(statement, Configure) and not nodes.issuperset(statement.nodes)
            if others or isinstance(statement, Run):
                return None
            late.append(piece)
            nodes.update([statement.node] if isinstance(statement, Create) else [])
            bound = bound | _bound(statement)
        else:
            early.append(piece)
    return early, late


def _is_about(program: Program, statement: Statement, nodes: set[int], bound: set[Symbol]) -> bool:
    """Whether it says or takes something of the nodes, or of variables that hold them."""
    match statement:
        case Open() | Run():
            return not nodes.isdisjoint(program.flows[statement.flow].held)
        case Rename():
            return statement.node in nodes
        case Configure():
            return not nodes.isdisjoint((*statement.nodes, *statement.maybe))
    refs, read = holds(program, statement)
    return not (nodes.isdisjoint(refs) and bound.isdisjoint(read))


def _stands(piece: Piece) -> bool:
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


def _leaves_early(inside: list[Piece]) -> bool:
    """Whether a pass may end after it has made a node."""
    made = False
    for piece in inside:
        made = made or isinstance(piece.statement, Create)
        if made and isinstance(piece.statement, Plain) and piece.statement.jumps:
            return True
    return False


def _bound(statement: Statement) -> set[Symbol]:
    if isinstance(statement, Plain):
        return {*statement.defines, *statement.changes, *statement.rebinds}
    return set()


def _read(program: Program, statement: Statement) -> set[Symbol]:
    """The variables that a statement reads, for nodes too."""
    return {*needs(program, statement), *_used(statement)}


def _used(statement: Statement) -> set[Symbol]:
    if isinstance(statement, Plain) and not statement.wiring:
        return set(statement.uses)
    return set(statement.uses) if isinstance(statement, Enter) else set()
