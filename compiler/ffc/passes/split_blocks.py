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
    Configure,
    Create,
    Effect,
    Enter,
    Open,
    Plain,
    Program,
    Rename,
    Run,
    Statement,
    Symbol,
)
from ..ir.groups import Groups
from .displaced import displaced, holds
from .parting import Parted, bound_by, has_effects, parted
from .pieces import Piece, defined, in_order, needs, pieces, read_first


def split_blocks(program: Program) -> Program:
    """The program with all blocks parted that can be; checks find the others."""
    done: set[int] = set()
    while True:
        groups = Groups(program)
        waiting = [one for one in displaced(program, groups, all_=True) if one[0] not in done]
        if not waiting:
            return program
        # The last one first: each goes in front of those that came after it.
        found = max(waiting, key=lambda one: (groups.extents[one[0]][0], one[1]))
        done.add(found[0])
        program = _moved(program, groups, found[0], groups.end(found[1])) or program


def _moved(program: Program, groups: Groups, group: int, target: int) -> Program | None:
    """The program with the group moved or parted; None where that would change what it means."""
    first, last = groups.extents[group]
    inside = pieces(program, first, last)
    if any(isinstance(piece.statement, Run) for piece in inside):
        return None  # its nodes are there before it
    whole = Parted(program.blocks, program.nodes, [], inside)
    options = [] if has_effects(program, inside) else [whole]
    for option in (*options, parted(program, inside)):
        moved = None if option is None else _ordered(program, option, (first, last, target))
        if moved is not None:
            return moved
    return None


def _ordered(program: Program, option: Parted, places: tuple[int, int, int]) -> Program | None:
    """What stays, what comes between, and what moves behind that; None as above."""
    first, last, target = places
    before, between = pieces(program, 0, first - 1), pieces(program, last + 1, target)
    after = pieces(program, target + 1, len(program.statements) - 1)
    stay, move = option.stay, option.move
    program = replace(program, blocks=option.blocks, nodes=option.nodes)
    bound = {s for piece in move for s in bound_by(piece.statement)}
    if not stay:
        bound.update(s for piece in move for s in defined(program, piece.statement))
    if any(not bound.isdisjoint(_used(piece.statement)) for piece in (*stay, *between)):
        return None
    sides = _sorted(program, move, between, bound)
    if sides is None:
        return None
    early, late = sides
    again = {s for piece in early for s in defined(program, piece.statement)}
    changed = again.union(*(bound_by(piece.statement) for piece in early))
    if not changed.isdisjoint(read_first(program, move)):
        return None  # it would read what is bound or changed behind it
    bound.update(s for piece in move for s in defined(program, piece.statement))
    if not (again & bound).isdisjoint(read_first(program, [*late, *after])):
        return None  # others would read what it binds again
    return in_order(program, [*before, *stay, *early, *move, *late, *after])


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
        if _changes_for(program, statement, late):
            if not isinstance(statement, Plain) or not statement.wiring or piece.within:
                return None
            late.append(piece)
            bound = bound | bound_by(statement)
        elif index >= of_runs:
            (early if _stands(piece) else late).append(piece)
        elif _is_about(program, statement, nodes, bound):
            if isinstance(statement, Run) or piece.within:
                return None  # a statement stays in its block
            if isinstance(statement, Configure):
                others = _of(statement, nodes, False)
                early += [replace(piece, statement=others)] if others.nodes or others.maybe else []
                piece = replace(piece, statement=_of(statement, nodes, True))
            late.append(piece)
            nodes.update([statement.node] if isinstance(statement, Create) else [])
            bound = bound | bound_by(statement)
        else:
            early.append(piece)
    return early, late


def _of(statement: Configure, nodes: set[int], are_these: bool) -> Configure:
    """The same options, for those of the nodes alone or for all others."""
    own = tuple(node for node in statement.nodes if (node in nodes) is are_these)
    maybe = tuple(node for node in statement.maybe if (node in nodes) is are_these)
    return replace(statement, nodes=own, maybe=maybe)


def _changes_for(program: Program, statement: Statement, late: list[Piece]) -> bool:
    """Whether it binds or changes what one of those reads or binds that would come behind it."""
    given = {*bound_by(statement), *defined(program, statement)}
    acted_on: set[Symbol] = set()
    if isinstance(statement, Plain) and statement.effect is Effect.ANY:
        acted_on.update(statement.uses)  # `names.add(name)`
    return any(
        not given.isdisjoint(needs(program, piece.statement))
        or not given.isdisjoint(defined(program, piece.statement))
        or not acted_on.isdisjoint(_computed_from(program, piece.statement))
        for piece in late
    )


def _computed_from(program: Program, statement: Statement) -> set[Symbol]:
    """The variables in arguments of a node that are computed where the app makes it."""
    if not isinstance(statement, Create):
        return set()
    arguments = program.nodes[statement.node].arguments
    return {s for one in arguments if one.computed for s in one.value.symbols}


def _is_about(program: Program, statement: Statement, nodes: set[int], bound: set[Symbol]) -> bool:
    """Whether it says or takes something of the nodes, or of variables that hold them."""
    match statement:
        case Open() | Run():
            flow = program.flows[statement.flow]
            read = {symbol for leaf in flow.written for symbol in leaf.symbols}
            return not (nodes.isdisjoint(flow.held) and bound.isdisjoint(read))
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


def _used(statement: Statement) -> set[Symbol]:
    if isinstance(statement, Plain) and not statement.wiring:
        return set(statement.uses)
    return set(statement.uses) if isinstance(statement, Enter) else set()
